import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';
import type { ExtensionPage, Look } from '../browsers/extension-browser.ts';
import { axeViolations } from './axe-violations.ts';

const screenshots = fileURLToPath(new URL('../../.output/screenshots/', import.meta.url));
mkdirSync(screenshots, { recursive: true });

const browserOfPage = "navigator.userAgent.includes('Firefox') ? 'firefox' : 'chromium'";
const themeOfPage = "matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'";

export interface LookedAt {
  widths?: readonly number[];
  height?: number;
}

/**
 * The page as it stands, in both themes, as far as the browser can show both, and in each width: no axe violation, nothing that scrolls sideways, no
 * complaint, a picture kept as `<name>-<browser>-<theme>-<width>.png`.
 */
export async function looksRight(
  page: ExtensionPage,
  name: string,
  { widths = [1280, 700], height = 800 }: LookedAt = {},
): Promise<void> {
  for (const width of widths) {
    for (const theme of ['dark', 'light'] as const) {
      await page.look({ width, height, theme });
      // Firefox keeps the theme of the system.
      if ((await page.evaluate<string>(themeOfPage)) !== theme) continue;
      const what = `${name}-${await page.evaluate<string>(browserOfPage)}-${theme}-${width}`;
      await page.screenshot(`${screenshots}${what}.png`);
      expect(await axeViolations(page), what).toEqual([]);
      expect(await sideways(page), what).toEqual([]);
    }
  }
  await page.look({ width: widths[0] ?? 1280, height });
  // What the browser says of an answer that refuses, or of nobody there, is not the page's own complaint.
  expect(page.complaints.filter((words) => !words.startsWith('Failed to load resource'))).toEqual([]);
}

/** As it stands: accessible, nothing wider than the window; its picture is kept as `<name>.png`. */
export async function looksRightNow(page: ExtensionPage, name: string): Promise<void> {
  await picture(page, name);
  expect(await axeViolations(page), name).toEqual([]);
  expect(await sideways(page), name).toEqual([]);
}

/** Takes a picture of the page for people to look at. */
export function picture(page: ExtensionPage, name: string): Promise<void> {
  return page.screenshot(`${screenshots}${name}.png`);
}

/** One picture, `<name>.png`, of a page that has said `words`; the page is closed. */
export async function opens(
  page: ExtensionPage,
  name: string,
  words: string | RegExp,
  look: Look = {},
): Promise<void> {
  await page.sees(words);
  await page.look(look);
  await page.screenshot(`${screenshots}${name}.png`);
  expect(await sideways(page), name).toEqual([]);
  expect(page.complaints).toEqual([]);
  await page.close();
}

/** What is wider than the window, or hides a part of itself to the right without saying so. */
function sideways(page: ExtensionPage): Promise<string[]> {
  return page.evaluate(`(() => {
    const over = document.documentElement.scrollWidth - innerWidth;
    if (over <= 0) return [];
    const wide = [...document.querySelectorAll('body *')].filter((part) => part.getBoundingClientRect().right > innerWidth + 1);
    return [over + ' px', ...wide.map((part) => part.outerHTML.slice(0, 120))];
  })()`);
}
