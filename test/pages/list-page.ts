import { eventually, type ExtensionPage } from '../browsers/extension-browser.ts';

/** What a person at the keyboard sees of the list of accounts, and where the focus is. */
export type ListPage = ReturnType<typeof listPage>;

export function listPage(page: ExtensionPage) {
  const focusIn = (selector: string) =>
    page.evaluate<boolean>(`document.activeElement.matches(${JSON.stringify(selector)})`);
  const focused = () => page.evaluate<string>('document.activeElement.textContent');
  return {
    focusIn,
    focused,

    /** In the order of the rows. */
    names: () =>
      page.evaluate<string[]>(
        "[...document.querySelectorAll('.account-link')].map((link) => link.textContent)",
      ),

    /** Waits until the focus is on what has this text. */
    becomes: (text: string) =>
      eventually(async () => (await focused()) === text || undefined, `the focus on ${text}`).catch(
        async (error: unknown) => {
          throw new Error(`It is on ${await page.evaluate<string>('document.activeElement.outerHTML')}`, {
            cause: error,
          });
        },
      ),

    /** Waits for how many are shown, or selected. */
    counts: (words: string) =>
      eventually(
        async () => (await page.text('.bulk-count')) === words || undefined,
        `the count “${words}”`,
      ).catch(async (error: unknown) => {
        throw new Error(`It is ${await page.text('.bulk-count')}`, { cause: error });
      }),

    /** The list listens as soon as it is drawn, which is a moment after it can be read. */
    search: () =>
      eventually(async () => {
        // In a choice a key chooses.
        if (await focusIn('select')) await page.press('Shift+Tab');
        else if (!(await focusIn('#find-accounts'))) await page.press('/');
        return (await focusIn('#find-accounts')) || undefined;
      }, 'the focus in the search'),

    /** Presses Tab, or Shift+Tab, until this has the focus. */
    async tabTo(selector: string, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
      // Further than the page goes are the browser's own bars, from where keys come back no longer.
      for (let times = 0; times < 30; times++) {
        if (await focusIn(selector)) return;
        await page.press(key);
      }
      throw new Error(`${key} never came to ${selector}.`);
    },
  };
}
