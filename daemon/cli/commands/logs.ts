import type { LogRecord } from '../../../shared/log.ts';
import { visibleText } from '../../../shared/visible-text.ts';
import { openDaemon } from '../client/open-daemon.ts';
import { type ExitCode, exitCode } from '../exit-code.ts';
import { daemonOptions, daemonPlace } from '../options/daemon-options.ts';
import { parseOptions } from '../options/parse-options.ts';
import { wholeNumber } from '../options/whole-number.ts';
import { idWord, noWords } from '../options/words.ts';
import { type Tone, paint } from '../paint.ts';
import { jsonLine } from '../report/json-line.ts';
import { localMoment } from '../report/moment.ts';
import type { Terminal } from '../terminal.ts';
import { UsageError } from '../usage-error.ts';

const options = {
  ...daemonOptions,
  account: { type: 'string' },
  test: { type: 'string' },
  limit: { type: 'string' },
} as const;

/** `mailprobe logs`: the newest records of the Main Log, the newest last, one a line. Throws UsageError. */
export async function logs(args: readonly string[], { stdout }: Terminal): Promise<ExitCode> {
  const { values, positionals } = parseOptions(args, options);
  noWords('logs', positionals);
  const asked = {
    limit: limitOf(values.limit),
    ...(values.account === undefined ? {} : { accountId: idWord('--account', values.account) }),
    ...(values.test === undefined ? {} : { testId: idWord('--test', values.test) }),
  };
  const daemon = await openDaemon(daemonPlace(values));
  const { records } = await daemon.call('logPage', asked);
  const tint = paint(stdout);
  for (const record of records.toReversed()) {
    if (values.json) jsonLine(record, stdout);
    else stdout.write(`${lineOf(record, tint)}\n`);
  }
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

function limitOf(text: string | undefined): number {
  if (text === undefined) return 50;
  const limit = wholeNumber(text);
  if (limit >= 1 && limit <= 500) return limit;
  throw new UsageError('--limit: is a whole number from 1 to 500.');
}
