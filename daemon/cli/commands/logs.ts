import type { DaemonClient } from '../../../shared/daemon-client.ts';
import type { LogRecord } from '../../../shared/log.ts';
import type { LogAsked } from '../../../shared/log-query.ts';
import { visibleText } from '../../../shared/visible-text.ts';
import { openDaemon } from '../client/open-daemon.ts';
import { type ExitCode, exitCode } from '../exit-code.ts';
import { interruption } from '../interruption.ts';
import { daemonPlace } from '../options/daemon-options.ts';
import { logArguments } from '../options/log-arguments.ts';
import { type Tone, paint } from '../paint.ts';
import { jsonLine } from '../report/json-line.ts';
import { localMoment } from '../report/moment.ts';
import type { Terminal } from '../terminal.ts';

const mostAtOnce = 200;

/** `mailprobe logs`: records of the Main Log that meet a condition, the newest last, one a line. Throws UsageError. */
export async function logs(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const { stdout } = terminal;
  const { values, condition, limit, zone } = logArguments(args, Date.now());
  const daemon = await openDaemon(daemonPlace(values));
  const tint = paint(stdout);
  const show = (record: LogRecord) => {
    if (values.json) jsonLine(record, stdout);
    else stdout.write(`${lineOf(record, tint)}\n`);
  };
  if (values.follow)
    return follow(daemon, { condition, zone }, limit, { show, signal: interruption(terminal) });
  const records = await newest(daemon, { condition, zone }, limit);
  for (const record of values.reverse ? records : records.toReversed()) show(record);
  if (records.length === 0 && !values.json) stdout.write('The Main Log has no such record.\n');
  return exitCode.done;
}

/** Newest first, page by page. */
async function newest(daemon: DaemonClient, asked: LogAsked, limit: number): Promise<LogRecord[]> {
  const records: LogRecord[] = [];
  let after: string | undefined;
  do {
    const page = await daemon.call('logQuery', {
      ...asked,
      limit: Math.min(mostAtOnce, limit - records.length),
      ...(after === undefined ? {} : { after }),
    });
    records.push(...page.records);
    after = page.next;
  } while (after !== undefined && records.length < limit);
  return records;
}

/** What is there, then what comes, until Ctrl-C. The stream is open before the first page is asked for, so that nothing falls in between. */
async function follow(
  daemon: DaemonClient,
  asked: LogAsked,
  limit: number,
  { show, signal }: { show: (record: LogRecord) => void; signal: AbortSignal },
): Promise<ExitCode> {
  let last = '';
  const showNew = (records: readonly LogRecord[]) => {
    for (const record of records) {
      // Ids rise: what the page had already is not shown again.
      if (record.id <= last) continue;
      last = record.id;
      show(record);
    }
  };
  let begun = false;
  for await (const line of daemon.stream('logFollow', asked, signal)) {
    if (!begun) showNew((await newest(daemon, asked, limit)).toReversed());
    begun = true;
    if (line.type === 'log') showNew(line.records);
  }
  return exitCode.done;
}

function lineOf(
  { createdAt, level, source, message }: LogRecord,
  tint: (tone: Tone, text: string) => string,
): string {
  const tone = tones[level];
  const word = level.padEnd(7);
  const moment = tint('quiet', localMoment(createdAt));
  return `${moment}  ${tone ? tint(tone, word) : word}  ${source.padEnd(13)}  ${visibleText(message)}`;
}

const tones: Partial<Record<LogRecord['level'], Tone>> = { Error: 'bad', Warning: 'caution', Debug: 'quiet' };
