import { type ExitCode, exitCode } from '../../exit-code.ts';
import { daemonPlace } from '../../options/daemon-options.ts';
import { parseOptions } from '../../options/parse-options.ts';
import { serviceOptions } from '../../options/service-options.ts';
import { noWords } from '../../options/words.ts';
import { jsonLine } from '../../report/json-line.ts';
import { serviceText } from '../../report/service-text.ts';
import { thisService } from '../../service/this-service.ts';
import type { Terminal } from '../../terminal.ts';
import { UsageError } from '../../usage-error.ts';

/** `mailprobe service --print`: what install would write and run; nothing is. Throws UsageError. */
export async function printService(args: readonly string[], { stdout }: Terminal): Promise<ExitCode> {
  const { values, positionals } = parseOptions(args, serviceOptions);
  noWords('service', positionals);
  if (!values.print) {
    throw new UsageError('service: say what to do: npx mailprobe service install, uninstall or --print.');
  }
  const plan = thisService(daemonPlace(values), process.env);
  if (values.json) jsonLine(plan, stdout);
  else stdout.write(serviceText(plan));
  return exitCode.done;
}
