import { existsSync } from 'node:fs';
import { openChromium } from '../browsers/chromium.ts';
import type { ExtensionBrowser } from '../browsers/extension-browser.ts';
import { openFirefox } from '../browsers/firefox.ts';

/** A browser with the extension loaded; undefined where there is none, or no screen to show it on. */
export async function demoBrowser({
  headless,
}: {
  headless: boolean;
}): Promise<ExtensionBrowser | undefined> {
  const screen = process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY'];
  if (!headless && !screen) return undefined;
  const look = { visible: !headless };
  if (existsSync('/usr/bin/chromium')) return openChromium(look);
  if (existsSync('/usr/bin/firefox-esr')) return openFirefox(look);
  return undefined;
}
