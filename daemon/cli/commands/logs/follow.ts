import { ConnectionTrouble } from '../../../../shared/connection-trouble.ts';
import type { DaemonClient } from '../../../../shared/daemon-client.ts';
import type { LogRecord } from '../../../../shared/log.ts';
import type { LogAsked } from '../../../../shared/log-query.ts';
import { newestRecords } from '../../client/newest-records.ts';
import { CommandFailure } from '../../command-failure.ts';
import { type ExitCode, exitCode } from '../../exit-code.ts';

interface Options {
  show: (record: LogRecord) => void;
  /** The person stops it: no failure. */
  signal: AbortSignal;
}

/**
 * What is there, then what comes. The stream is open before the first page is asked for, and is read while the pages
 * come, so that nothing falls in between. Throws CommandFailure when the daemon ends it, ConnectionTrouble when that is gone.
 */
export async function follow(
  daemon: DaemonClient,
  asked: LogAsked,
  limit: number,
  { show, signal }: Options,
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
  const unread = new AbortController();
  let held: LogRecord[] | undefined = [];
  const readPages = async () => {
    try {
      const newest = await newestRecords((place) => daemon.call('logQuery', { ...asked, ...place }), limit);
      showNew(newest.toReversed());
      showNew(held ?? []);
      held = undefined;
    } catch (error) {
      unread.abort();
      throw error;
    }
  };
  let pages: Promise<void> | undefined;
  try {
    for await (const line of daemon.stream('logFollow', asked, AbortSignal.any([signal, unread.signal]))) {
      if (!pages) {
        pages = readPages();
        // It is awaited below; until then its failure has ended the stream.
        pages.catch(() => undefined);
      }
      if (line.type !== 'log') continue;
      if (held) held.push(...line.records);
      else showNew(line.records);
    }
  } catch (error) {
    // Cut off: whether the daemon is gone, the question below tells.
    if (!(error instanceof ConnectionTrouble && error.kind === 'lost')) throw error;
  }
  if (signal.aborted) return exitCode.done;
  await pages;
  // One that is gone says so itself.
  await daemon.call('status', {});
  throw new CommandFailure([
    'The daemon ended the stream: it closes, or its records were not read fast enough. Run the command again.',
  ]);
}
