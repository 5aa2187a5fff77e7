import { browser } from './browser.ts';

/** The options page's own address for a room, such as `#/accounts/new`. */
function pageAddress(hash: string): string {
  return browser.runtime.getURL(`/options.html${hash}`);
}

/**
 * Shows a room of the options page: in the tab that has it open, else in the one used last, else in a new one. Both browsers let an
 * extension find its own tabs without the permission for tabs.
 */
export async function openPage(hash: string): Promise<void> {
  const url = pageAddress(hash);
  const tabs = await browser.tabs.query({ url: `${pageAddress('')}*` });
  const byUse = tabs.toSorted((one, other) => (other.lastAccessed ?? 0) - (one.lastAccessed ?? 0));
  const here = byUse.find(({ url: open }) => open === url) ?? byUse[0];
  if (here?.id === undefined) {
    await browser.tabs.create({ url });
    return;
  }
  // An address that differs after the # alone does not load the page anew: what was typed there stays its own matter.
  await browser.tabs.update(here.id, here.url === url ? { active: true } : { active: true, url });
  if (here.windowId !== undefined) await browser.windows.update(here.windowId, { focused: true });
}
