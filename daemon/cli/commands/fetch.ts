import { securityOf } from '../../../shared/account.ts';
import { mostFetched } from '../../../shared/letter-routes.ts';
import type { RouteLine } from '../../../shared/routes.ts';
import { failureOfRefusal } from '../client/daemon-failure.ts';
import { type OpenDaemon, openDaemon } from '../client/open-daemon.ts';
import { CommandFailure } from '../command-failure.ts';
import { type ExitCode, exitCode } from '../exit-code.ts';
import { interruption } from '../interruption.ts';
import { daemonOptions, daemonPlace } from '../options/daemon-options.ts';
import { parseOptions } from '../options/parse-options.ts';
import { wholeNumber } from '../options/whole-number.ts';
import { idWord } from '../options/words.ts';
import { failureReport } from '../report/failure-report.ts';
import { jsonLine } from '../report/json-line.ts';
import type { Output, Terminal } from '../terminal.ts';
import { UsageError } from '../usage-error.ts';

type Line = RouteLine<'lettersFetch'>;
type Finished = Extract<Line, { type: 'finished' }>;

const options = { ...daemonOptions, older: { type: 'string' } } as const;

/** `mailprobe fetch [ID]`: fetches what is new, or what was left, to its end; Ctrl-C ends it. Throws UsageError. */
export async function fetchLetters(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const { values, positionals } = parseOptions(withNumber(args), options);
  const [named, ...more] = positionals;
  if (more.length > 0) throw new UsageError('fetch: takes one ID, or none for the default account.');
  const older = values.older === undefined ? undefined : olderWanted(values.older);
  const body = {
    ...(named === undefined ? {} : { accountId: idWord('fetch', named) }),
    ...(older === undefined ? {} : { older }),
  };
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
  const ms = performance.now() - started;
  if (!values.json)
    await tell(daemon, { id: accountId, end, older: older !== undefined, ms }, terminal.stdout);
  return end.failure ? exitCode.failed : exitCode.done;
}

/** `--older` alone stands for as many as one fetch takes; an id may follow it. */
function withNumber(args: readonly string[]): string[] {
  return args.flatMap((word, at) =>
    word === '--older' && !/^\d{1,9}$/.test(args[at + 1] ?? '') ? [`--older=${mostFetched}`] : [word],
  );
}

function olderWanted(text: string): number {
  const wanted = wholeNumber(text);
  if (wanted >= 1 && wanted <= mostFetched) return wanted;
  throw new UsageError(`--older: is a number of letters from 1 to ${mostFetched}, or stands alone.`);
}

interface Told {
  id: string;
  end: Finished;
  older: boolean;
  ms: number;
}

async function tell(daemon: OpenDaemon, { id, end, older, ms }: Told, out: Output): Promise<void> {
  const { letters, ignored, left, stage, failure } = end;
  const among =
    ignored > 0 ? `, ${ignored.toLocaleString('en')} of them ignored: sender and recipient are the same` : '';
  if (letters > 0 || !failure) out.write(`${counted(letters, older)} fetched${among}.\n`);
  if (left > 0)
    out.write(
      `${staying(left)} on the server, unrecorded: npx mailprobe fetch ${id} --older fetches ${left === 1 ? 'it' : 'them'}.\n`,
    );
  if (!failure || !stage) return;
  const { account } = await daemon.call('accountsGet', { id });
  const settings = account.connection;
  const subject = { settings, security: securityOf(settings), portTaken: false };
  out.write(failureReport({ type: 'failed', stage, ms, failure }, ms, subject, out));
}

function staying(left: number): string {
  return left === 1 ? '1 older letter stays' : `${left.toLocaleString('en')} older letters stay`;
}

function counted(letters: number, older: boolean): string {
  if (letters === 0) return `No ${older ? 'older' : 'new'} letters were`;
  const which = older ? 'older ' : '';
  return letters === 1 ? `1 ${which}letter was` : `${letters.toLocaleString('en')} ${which}letters were`;
}
