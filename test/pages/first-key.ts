import type { ExtensionPage } from '../browsers/extension-browser.ts';

/** Whether the page takes Ctrl and `key` when they come as soon as `selector` is there, before it is painted; `go` brings it. */
export function takesFirstKey(
  page: ExtensionPage,
  { selector, key, go = '' }: { selector: string; key: string; go?: string },
): Promise<boolean> {
  return page.evaluate<boolean>(`new Promise((resolve) => {
    const watch = new MutationObserver(() => {
      if (!document.querySelector('${selector}')) return;
      watch.disconnect();
      const press = new KeyboardEvent('keydown', { key: '${key}', ctrlKey: true, bubbles: true, cancelable: true });
      document.body.dispatchEvent(press);
      resolve(press.defaultPrevented);
    });
    watch.observe(document.body, { childList: true, subtree: true });
    ${go}
  })`);
}
