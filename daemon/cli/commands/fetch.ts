import { securityOf } from '../../../shared/account.ts';
import type { RouteLine } from '../../../shared/routes.ts';
import { failureOfRefusal } from '../client/daemon-failure.ts';
import { type OpenDaemon, openDaemon } from '../client/open-daemon.ts';
import { CommandFailure } from '../command-failure.ts';
import { type ExitCode, exitCode } from '../exit-code.ts';
import { interruption } from '../interruption.ts';
import { daemonOptions, daemonPlace } from '../options/daemon-options.ts';
import { parseOptions } from '../options/parse-options.ts';
import { idWord } from '../options/words.ts';
import { failureReport } from '../report/failure-report.ts';
import { jsonLine } from '../report/json-line.ts';
import type { Output, Terminal } from '../terminal.ts';
import { UsageError } from '../usage-error.ts';

type Line = RouteLine<'lettersFetch'>;
type Finished = Extract<Line, { type: 'finished' }>;

/** `mailprobe fetch [ID]`: fetches what is new, to its end; Ctrl-C ends it. Throws UsageError. */
export async function fetchLetters(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const { values, positionals } = parseOptions(args, daemonOptions);
  const [named, ...more] = positionals;
  if (more.length > 0) throw new UsageError('fetch: takes one ID, or none for the default account.');
  const body = named === undefined ? {} : { accountId: idWord('fetch', named) };
  const daemon = await openDaemon(daemonPlace(values));
  const signal = interruption(terminal);
  const started = performance.now();
  let accountId = '';
  let end: Finished | undefined;
  for await (const line of daemon.stream('lettersFetch', body, signal)) {
    if (line.type === 'refused') throw failureOfRefusal(line.refusal);
    if (values.json) jsonLine(line, terminal.stdout);
    if (line.type === 'begun') ({ accountId } = line);
    if (line.type === 'finished') end = line;
  }
  if (!end) throw new CommandFailure(['The fetch was cancelled: what had come in before is on record.']);
  if (!values.json) await tell(daemon, accountId, end, performance.now() - started, terminal.stdout);
  return end.failure ? exitCode.failed : exitCode.done;
}

async function tell(daemon: OpenDaemon, id: string, end: Finished, ms: number, out: Output): Promise<void> {
  const { letters, ignored, left, stage, failure } = end;
  const among = ignored > 0 ? `, ${ignored} of them ignored (sent to their own sender)` : '';
  if (letters > 0 || !failure) out.write(`${counted(letters)} fetched${among}.\n`);
  if (left > 0) out.write(`${left} older letters stay on the server, unrecorded.\n`);
  if (!failure || !stage) return;
  const { account } = await daemon.call('accountsGet', { id });
  const settings = account.connection;
  const subject = { settings, security: securityOf(settings), portTaken: false };
  out.write(failureReport({ type: 'failed', stage, ms, failure }, ms, subject, out));
}

function counted(letters: number): string {
  if (letters === 0) return 'No new letters were';
  return letters === 1 ? '1 letter was' : `${letters} letters were`;
}
