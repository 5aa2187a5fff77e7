import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';
import type { ExtensionPage } from '../browsers/extension-browser.ts';
import { axeViolations } from './axe-violations.ts';

const screenshots = fileURLToPath(new URL('../../.output/screenshots/', import.meta.url));
mkdirSync(screenshots, { recursive: true });

/** Takes a picture of the page for people to look at. */
export function picture(page: ExtensionPage, name: string): Promise<void> {
  return page.screenshot(`${screenshots}${name}.png`);
}

/** No axe violation, nothing wider than the window; and the picture of it. */
export async function looksRight(page: ExtensionPage, name: string): Promise<void> {
  await picture(page, name);
  expect(await axeViolations(page)).toEqual([]);
  const over = await page.evaluate<number>(
    'document.documentElement.scrollWidth - document.documentElement.clientWidth',
  );
  expect(over).toBe(0);
}
