import { properties } from '../../../../shared/properties.ts';
import { openDaemon } from '../../client/open-daemon.ts';
import { type ExitCode, exitCode } from '../../exit-code.ts';
import { daemonOptions, daemonPlace } from '../../options/daemon-options.ts';
import { parseOptions } from '../../options/parse-options.ts';
import { propertyNamed, propertyText } from '../../options/property-value.ts';
import { exactWords } from '../../options/words.ts';
import { jsonLine } from '../../report/json-line.ts';
import type { Terminal } from '../../terminal.ts';

/** `mailprobe properties reset NAME`: back to the default. Throws UsageError. */
export async function resetProperty(args: readonly string[], { stdout }: Terminal): Promise<ExitCode> {
  const { values, positionals } = parseOptions(args, daemonOptions);
  const [word] = exactWords('properties reset', ['NAME'], positionals);
  const name = propertyNamed(word);
  const daemon = await openDaemon(daemonPlace(values));
  await daemon.call('propertiesReset', { name });
  const value = properties[name].default;
  if (values.json) jsonLine({ name, value }, stdout);
  else stdout.write(`${name} is ${propertyText(value) || '(empty)'} again, the default.\n`);
  return exitCode.done;
}
