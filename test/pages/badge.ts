import { eventually, type ExtensionPage } from '../browsers/extension-browser.ts';

/** Waits until the toolbar button's badge says this. */
export async function badgeSays(page: ExtensionPage, text: string): Promise<void> {
  const badge = () => page.evaluate<string>('(globalThis.browser ?? chrome).action.getBadgeText({})');
  await eventually(async () => (await badge()) === text || undefined, `the badge ${text}`);
}
