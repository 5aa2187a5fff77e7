import type { ExtensionPage } from '../browsers/extension-browser.ts';
import { localeTexts } from '../locale-texts.ts';

const texts = localeTexts('ru');

/** What a Russian page says for a key; values are put in by their names. */
export function ru(key: string, values: Record<string, string | number> = {}): string {
  const text = texts.get(key);
  if (text === undefined) throw new Error(`ru.json has no ${key}.`);
  return text.replaceAll(/\{(\w+)\}/g, (_, name: string) => String(values[name]));
}

/**
 * Every visible text, label and placeholder with three Latin words in a row. What is marked as English, what is typed
 * into a terminal, and what lies in `except` is left out.
 */
export function englishLeft(page: ExtensionPage, except: readonly string[]): Promise<string[]> {
  const foreign = ['[lang="en"]', 'code', 'kbd', 'pre', 'script', 'style', ...except].join();
  return page.evaluate(`(() => {
    const found = new Set();
    const words = /[A-Za-z’']{2,}(?:[ ,:;–]+[A-Za-z’']{2,}){2,}/;
    // Commands, host names and addresses are alike everywhere.
    const technical = /\\b(?:npx mailprobe|npm start|git pull)\\b[\\w &]*|\\S*\\w[.:@/]\\w\\S*/g;
    const look = (text, element) => {
      if (words.test(text.replaceAll(technical, '')) && !element.closest(${JSON.stringify(foreign)})) found.add(text.trim() + '  <' + element.className + '>');
    };
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) look(walker.currentNode.data, walker.currentNode.parentElement);
    for (const element of document.querySelectorAll('[aria-label], [title], [placeholder], [alt]'))
      for (const name of ['aria-label', 'title', 'placeholder', 'alt']) look(element.getAttribute(name) ?? '', element);
    look(document.title, document.body);
    return [...found];
  })()`);
}

/** Buttons, headings, labels, heads of columns and counts that are cut off, and cells whose content sticks out of them. */
export function cutOff(page: ExtensionPage): Promise<string[]> {
  return page.evaluate(`[...document.querySelectorAll('button, .button, th[scope=col], label, legend, h1, h2, h3, dt, summary, nav a, select, .records-count')]
    .concat([...document.querySelectorAll('td')].filter((cell) => getComputedStyle(cell).overflowX === 'visible'))
    .filter((element) => element.checkVisibility() && !element.closest('.unseen') && getComputedStyle(element).display !== 'inline')
    .filter((element) => element.clientWidth > 1 && (element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 4))
    .map((element) => element.innerText + ': ' + [element.scrollWidth, element.clientWidth, element.scrollHeight, element.clientHeight] + '  <' + element.className + '>')`);
}
