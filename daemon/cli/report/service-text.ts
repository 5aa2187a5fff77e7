import { visibleText } from '../../../shared/visible-text.ts';
import type { ServicePlan } from '../service/service-plan.ts';

/** What start at login writes and runs, for a person. */
export function serviceText({ path, text, install, uninstall }: ServicePlan): string {
  return [
    `File ${visibleText(path, 1000)}:`,
    '',
    ...text
      .trimEnd()
      .split('\n')
      .map((line) => (line === '' ? '' : `  ${visibleText(line, 4000)}`)),
    '',
    'Commands of install:',
    ...install.map(commandLine),
    'Commands of uninstall:',
    ...uninstall.map(commandLine),
    '',
  ].join('\n');
}

function commandLine(words: readonly string[]): string {
  return `  ${visibleText(words.map((word) => (/\s/.test(word) ? `"${word}"` : word)).join(' '), 1000)}`;
}
