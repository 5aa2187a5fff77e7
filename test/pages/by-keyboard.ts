import { eventually, type ExtensionPage } from '../browsers/extension-browser.ts';

/** What has the focus, by the words that a person reads at it. */
export function focusedName(page: ExtensionPage): Promise<string> {
  return page.evaluate(
    "(({ labels, ariaLabel, innerText }) => (labels?.[0]?.innerText ?? ariaLabel ?? innerText ?? '').trim())(document.activeElement)",
  );
}

/** Presses Tab until the focus is on what has this name; `back` goes the other way. */
export async function tabTo(page: ExtensionPage, name: string, { back = false } = {}): Promise<void> {
  const passed: string[] = [];
  while ((await focusedName(page)) !== name) {
    if (passed.length > 60) throw new Error(`Tab never came to ${name}, but to:\n${passed.join('\n')}`);
    await page.press(back ? 'Shift+Tab' : 'Tab');
    passed.push(await focusedName(page));
  }
}

/** Goes to a field and types over what stands there. */
export async function typeInto(page: ExtensionPage, label: string, text: string): Promise<void> {
  await tabTo(page, label);
  await page.press('Control+a');
  await page.type(text);
}

/** Waits until the focus has come to what has this name. */
export async function focusComesTo(page: ExtensionPage, name: string): Promise<void> {
  await eventually(async () => (await focusedName(page)) === name || undefined, `the focus on ${name}`).catch(
    async (error: unknown) => {
      throw new Error(`It is on ${await focusedName(page)}.`, { cause: error });
    },
  );
}

/** Types in the native select that has the focus, which takes the first option that begins so. */
export async function chooseByTyping(page: ExtensionPage, typed: string): Promise<void> {
  const chosen = () => page.evaluate<string>('document.activeElement.selectedOptions[0].innerText');
  await page.type(typed);
  await eventually(async () => (await chosen()).startsWith(typed) || undefined, `the option ${typed}`);
}
