import type { LogRecord } from '../../../shared/log.ts';
import { visibleText } from '../../../shared/visible-text.ts';
import { newestRecords } from '../client/newest-records.ts';
import { openDaemon } from '../client/open-daemon.ts';
import { type ExitCode, exitCode } from '../exit-code.ts';
import { interruption } from '../interruption.ts';
import { daemonPlace } from '../options/daemon-options.ts';
import { logArguments } from '../options/log-arguments.ts';
import { type Tone, paint } from '../paint.ts';
import { jsonLine } from '../report/json-line.ts';
import { localMoment } from '../report/moment.ts';
import type { Terminal } from '../terminal.ts';
import { follow } from './logs/follow.ts';

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
  const records = await newestRecords(
    (place) => daemon.call('logQuery', { condition, zone, ...place }),
    limit,
  );
  for (const record of values.reverse ? records : records.toReversed()) show(record);
  if (records.length === 0 && !values.json) stdout.write('The Main Log has no such record.\n');
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
