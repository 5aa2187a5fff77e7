import type { LetterRecord } from '../../../../shared/letter.ts';
import { newestRecords } from '../../client/newest-records.ts';
import { openDaemon } from '../../client/open-daemon.ts';
import { type ExitCode, exitCode } from '../../exit-code.ts';
import { daemonOptions, daemonPlace } from '../../options/daemon-options.ts';
import { letterOptions, lettersWanted } from '../../options/letter-options.ts';
import { limitOfList, shownOptions } from '../../options/list-options.ts';
import { parseOptions } from '../../options/parse-options.ts';
import { noWords } from '../../options/words.ts';
import { paint } from '../../paint.ts';
import { jsonLine } from '../../report/json-line.ts';
import { letterLine } from '../../report/letter-line.ts';
import type { Terminal } from '../../terminal.ts';

const options = { ...daemonOptions, ...letterOptions, ...shownOptions } as const;

/** `mailprobe letters`: letters that meet a condition, the newest last, one a line. Throws UsageError. */
export async function listLetters(args: readonly string[], { stdout }: Terminal): Promise<ExitCode> {
  const { values, positionals } = parseOptions(args, options);
  const { directions, condition, zone } = lettersWanted(values, Date.now());
  const limit = limitOfList(values.limit);
  noWords('letters', positionals);
  const daemon = await openDaemon(daemonPlace(values));
  const found: LetterRecord[] = [];
  for (const direction of directions)
    found.push(
      ...(await newestRecords(
        (place) => daemon.call('lettersQuery', { direction, condition, zone, ...place }),
        limit,
      )),
    );
  // Ids rise with time: of both lists the newest.
  const newest = found.toSorted((one, other) => (one.id < other.id ? 1 : -1)).slice(0, limit);
  const narrowed =
    directions.length < 2 || [values.where, values.since, values.account].some((each) => each !== undefined);
  const tint = paint(stdout);
  for (const letter of values.reverse ? newest : newest.toReversed()) {
    if (values.json) jsonLine(letter, stdout);
    else stdout.write(`${letterLine(letter, tint)}\n`);
  }
  if (newest.length === 0 && !values.json)
    stdout.write(narrowed ? 'There is no such letter.\n' : 'There are no letters yet.\n');
  return exitCode.done;
}
