import type { Id } from '../../../shared/id.ts';
import { type RoundTripEnd, type RoundTripEvent, roundTripSeconds } from '../../../shared/round-trip.ts';
import { returnAccount, returnAddress } from '../../../shared/round-trip-words/return-mailbox.ts';
import { visibleText } from '../../../shared/visible-text.ts';
import { securityOf } from '../../../shared/account.ts';
import { failureOfRefusal } from '../client/daemon-failure.ts';
import { type OpenDaemon, openDaemon } from '../client/open-daemon.ts';
import { CommandFailure } from '../command-failure.ts';
import { type ExitCode, exitCode } from '../exit-code.ts';
import { interruption } from '../interruption.ts';
import { daemonOptions, daemonPlace } from '../options/daemon-options.ts';
import { parseOptions } from '../options/parse-options.ts';
import { wholeNumber } from '../options/whole-number.ts';
import { exactWords, idWord } from '../options/words.ts';
import { failureReport } from '../report/failure-report.ts';
import { jsonLine } from '../report/json-line.ts';
import { roundTripLine, roundTripReport } from '../report/round-trip-report.ts';
import type { Terminal } from '../terminal.ts';
import { UsageError } from '../usage-error.ts';

const options = {
  ...daemonOptions,
  from: { type: 'string' },
  to: { type: 'string' },
  recipient: { type: 'string' },
  timeout: { type: 'string' },
  'clean-up': { type: 'boolean' },
} as const;

type Begun = Extract<RoundTripEvent, { type: 'begun' }>;

/** `mailprobe roundtrip`: one letter, to its fate; Ctrl-C ends the waiting. Throws UsageError. */
export async function roundtrip(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const { values, positionals } = parseOptions(args, options);
  exactWords('roundtrip', [], positionals);
  const { from, to, recipient, timeout } = values;
  const body = {
    ...(from === undefined ? {} : { from: idWord('roundtrip --from', from) }),
    ...(to === undefined ? {} : { to: idWord('roundtrip --to', to) }),
    ...(recipient === undefined ? {} : { recipient }),
    ...(timeout === undefined ? {} : { timeoutS: secondsOf(timeout) }),
    cleanUp: values['clean-up'] === true,
  };
  const { stdout } = terminal;
  const daemon = await openDaemon(daemonPlace(values));
  let begun: Begun | undefined;
  let end: RoundTripEnd | undefined;
  for await (const line of daemon.stream('lettersRoundTrip', body, interruption(terminal))) {
    if (line.type === 'refused') throw failureOfRefusal(line.refusal);
    if (line.type === 'begun') begun = line;
    if (line.type === 'finished') end = line;
    if (values.json) jsonLine(line, stdout);
    else stdout.write(roundTripLine(line, stdout));
  }
  if (!end || !begun)
    throw new CommandFailure(['The round trip was cancelled: the letter may still arrive.']);
  if (!values.json) await tellEnd(daemon, begun, end, terminal);
  return end.fate === 'arrived' ? exitCode.done : exitCode.failed;
}

function secondsOf(text: string): number {
  const seconds = wholeNumber(text);
  const { least, most } = roundTripSeconds;
  if (seconds >= least && seconds <= most) return seconds;
  throw new UsageError(`roundtrip: --timeout takes seconds from ${least} to ${most}.`);
}

/** How it went, and where something broke its cause and what to do. */
async function tellEnd(
  daemon: OpenDaemon,
  { from, to, recipient }: Begun,
  end: RoundTripEnd,
  { stdout }: Terminal,
): Promise<void> {
  const { part, stage, failure, ms } = end;
  const accountOf = async (id: Id) => (await daemon.call('accountsGet', { id })).account;
  const [sending, receiving] = [await accountOf(from), await accountOf(to)];
  const reportsTo = returnAddress(sending, receiving);
  const context = { recipient, receivingType: receiving.connection.type, reportsTo };
  stdout.write(roundTripReport(end, context, stdout));
  if (end.fate === 'not_seen' || end.fate === 'unknown') {
    const { accounts } = await daemon.call('accountsList', {});
    const reads = returnAccount(
      reportsTo,
      accounts.map(({ account }) => account),
    );
    if (reads)
      stdout.write(
        `\nThe letters of ${visibleText(reportsTo ?? '', 320)}: npx mailprobe fetch ${reads.id}\n`,
      );
  }
  if (!part || !failure) return;
  const settings = (part === 'sending' ? sending : receiving).connection;
  const subject = { settings, security: securityOf(settings), portTaken: false };
  // A recipient or the letter itself is refused behind the last stage that a test has.
  const heading = stage === undefined ? 'Letter not taken' : undefined;
  const failed = { type: 'failed' as const, stage: stage ?? 'sender', ms, failure };
  stdout.write(`\n${failureReport(failed, ms, subject, stdout, heading)}`);
}
