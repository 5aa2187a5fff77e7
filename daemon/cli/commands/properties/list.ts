import { properties, propertyNames } from '../../../../shared/properties.ts';
import { meaningOf } from '../../../../shared/property-rules.ts';
import { openDaemon } from '../../client/open-daemon.ts';
import { type ExitCode, exitCode } from '../../exit-code.ts';
import { daemonOptions, daemonPlace } from '../../options/daemon-options.ts';
import { parseOptions } from '../../options/parse-options.ts';
import { propertyText } from '../../options/property-value.ts';
import { noWords } from '../../options/words.ts';
import { jsonLine } from '../../report/json-line.ts';
import { table } from '../../report/table.ts';
import type { Terminal } from '../../terminal.ts';

/** `mailprobe properties list`. Throws UsageError. */
export async function listProperties(args: readonly string[], { stdout }: Terminal): Promise<ExitCode> {
  const { values: given, positionals } = parseOptions(args, daemonOptions);
  noWords('properties list', positionals);
  const daemon = await openDaemon(daemonPlace(given));
  const { values, damaged } = await daemon.call('propertiesList', {});
  if (given.json) {
    jsonLine({ values, damaged }, stdout);
    return exitCode.done;
  }
  const rows = propertyNames.map((name) => {
    const usual = propertyText(values[name]) === propertyText(properties[name].default);
    const state = damaged.includes(name) ? 'damaged' : usual ? 'default' : '';
    return [name, propertyText(values[name]) || '(empty)', state, meaningOf(name)];
  });
  stdout.write(table(['NAME', 'VALUE', '', 'MEANING'], rows, stdout));
  return exitCode.done;
}
