import axe from 'axe-core';
import type { ExtensionPage } from '../browsers/extension-browser.ts';

/** What axe finds wrong with the page as it is now: the rule and the elements. */
export async function axeViolations(page: ExtensionPage): Promise<string[]> {
  if (!(await page.evaluate<boolean>("'axe' in globalThis"))) await page.evaluate(axe.source);
  return page.evaluate(
    'axe.run().then(({ violations }) => violations.map(({ id, nodes }) => id + ": " + nodes.map(({ html }) => html).join(" ")))',
  );
}
