import type { DaemonClient } from '../../../../shared/daemon-client.ts';
import type { LogRecord } from '../../../../shared/log.ts';
import type { LogAsked } from '../../../../shared/log-query.ts';

const mostAtOnce = 200;

/** Newest first, page by page. */
export async function newest(
  daemon: Pick<DaemonClient, 'call'>,
  asked: LogAsked,
  limit: number,
): Promise<LogRecord[]> {
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
