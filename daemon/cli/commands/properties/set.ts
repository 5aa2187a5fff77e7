import { openDaemon } from '../../client/open-daemon.ts';
import { type ExitCode, exitCode } from '../../exit-code.ts';
import { daemonOptions, daemonPlace } from '../../options/daemon-options.ts';
import { parseOptions } from '../../options/parse-options.ts';
import { propertyNamed, propertyText, propertyValue } from '../../options/property-value.ts';
import { exactWords } from '../../options/words.ts';
import { jsonLine } from '../../report/json-line.ts';
import type { Terminal } from '../../terminal.ts';
import { visibleText } from '../../../../shared/visible-text.ts';

/** `mailprobe properties set NAME VALUE`. Throws UsageError. */
export async function setProperty(args: readonly string[], { stdout }: Terminal): Promise<ExitCode> {
  const { values, positionals } = parseOptions(withNumber(args), daemonOptions);
  const [word, text] = exactWords('properties set', ['NAME', 'VALUE'], positionals);
  const name = propertyNamed(word);
  const value = propertyValue(name, text);
  const daemon = await openDaemon(daemonPlace(values));
  await daemon.call('propertiesSet', { name, value });
  if (values.json) jsonLine({ name, value }, stdout);
  else stdout.write(`${name} is now ${visibleText(propertyText(value)) || '(empty)'}.\n`);
  return exitCode.done;
}

/** A number below zero is a value, though none that a property takes; it would read as an option. */
function withNumber(args: readonly string[]): string[] {
  const numbers = args.filter((word) => /^-\d+$/.test(word));
  return numbers.length === 0 || args.includes('--')
    ? [...args]
    : [...args.filter((word) => !numbers.includes(word)), '--', ...numbers];
}
