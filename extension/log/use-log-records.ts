import { useEffect, useRef, useState } from 'preact/hooks';
import type { LogRecord } from '../../shared/log.ts';
import { call } from '../state/call.ts';
import { connection } from '../state/connection.ts';
import { recentLog } from '../state/recent-log.ts';
import { sentenceOf } from '../state/sentence-of.ts';
import { type LogFilter, logAddress } from '../addresses/log-address.ts';
import { freshRecords, mergedRecords, rejoinedRecords } from './log-records.ts';

const pageSize = 100;

export interface LogRecords {
  /** The newest first; undefined until the first page is here. */
  shown: readonly LogRecord[] | undefined;
  /** Newer ones that wait, since the person reads. */
  fresh: readonly LogRecord[];
  /** There are no older ones. */
  complete: boolean;
  loadingOlder: boolean;
  trouble: string;
  loadOlder: () => void;
  showFresh: () => void;
  again: () => void;
}

interface Pages {
  /** The address of the list that these belong to. */
  of: string;
  records: readonly LogRecord[];
  complete: boolean;
}

/** The list page by page with its live tail; `wanted` is false while nobody looks at it. */
export function useLogRecords(filter: LogFilter, wanted: boolean): LogRecords {
  const [pages, setPages] = useState<Pages>();
  const [trouble, setTrouble] = useState('');
  const [loadingOlder, setLoadingOlder] = useState(false);
  const [attempt, setAttempt] = useState(0);
  const of = logAddress(filter);
  const latest = useRef(of);
  latest.current = of;
  const here = pages?.of === of ? pages : undefined;
  const connected = connection.value.state === 'connected';

  /** Reads a page and hands it on, unless the person has gone elsewhere meanwhile. */
  const read = async (before: { before?: string }, take: (records: LogRecord[]) => void) => {
    setTrouble('');
    try {
      const { records } = await call('logPage', { ...before, ...filter, limit: pageSize });
      if (latest.current === of) take(records);
    } catch (error) {
      if (latest.current === of) setTrouble(sentenceOf(error));
    }
  };

  const join = (page: LogRecord[]) =>
    setPages((before) => {
      const known = before?.of === of ? before : undefined;
      const records = rejoinedRecords(known?.records ?? [], page);
      const complete = page.length < pageSize || (records.length > page.length && known?.complete === true);
      return { of, records, complete };
    });

  const older = async () => {
    const before = here?.records.at(-1)?.id;
    if (before === undefined || loadingOlder) return;
    setLoadingOlder(true);
    await read({ before }, (page) =>
      setPages((now) => ({
        of,
        records: mergedRecords(now?.records ?? [], page),
        complete: page.length < pageSize,
      })),
    );
    setLoadingOlder(false);
  };

  useEffect(() => {
    if (connected && wanted) void read({}, join);
  }, [of, connected, wanted, attempt]);

  const fresh = here ? freshRecords(recentLog.value, here.records[0]?.id, filter) : [];
  return {
    shown: here?.records,
    fresh,
    complete: here?.complete ?? false,
    loadingOlder,
    trouble,
    loadOlder: () => void older(),
    showFresh: () => here && setPages({ ...here, records: mergedRecords(fresh, here.records) }),
    again: () => setAttempt(attempt + 1),
  };
}
