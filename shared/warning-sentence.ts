import { titleOf } from './explanation/title.ts';
import { warningTexts as english } from './texts/en/warnings.ts';
import { textsOf } from './texts.ts';
import type { TestWarning } from './warning.ts';

const texts = textsOf('warnings', english);

/** A warning of a test as one sentence; a server has named some of its values. */
export function warningSentence(warning: TestWarning): string {
  // The table is keyed by the kind of the warning that it is given.
  const say = texts()[warning.kind] as (warning: TestWarning, titles: string) => string;
  const titles = 'findings' in warning ? warning.findings.map((kind) => titleOf(kind)).join('; ') : '';
  return say(warning, titles);
}
