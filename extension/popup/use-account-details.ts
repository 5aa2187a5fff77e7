import { useEffect, useState } from 'preact/hooks';
import type { TestedAccount } from '../../shared/account-status.ts';
import type { TestEvent } from '../../shared/event.ts';
import type { LogRecord } from '../../shared/log.ts';
import { call } from '../state/call.ts';
import { recentLog } from '../state/recent-log.ts';
import { runOf } from '../state/runs.ts';
import { sentenceOf } from '../state/sentence-of.ts';

const records = 5;

interface AccountDetailsRead {
  events: readonly TestEvent[];
  /** Newest first; undefined while they are read for the first time. */
  records: readonly LogRecord[] | undefined;
  trouble: string;
}

/** The stages of the test under way or the last one, and the newest log records, kept up to date. */
export function useAccountDetails({ account: { id }, lastTest }: TestedAccount): AccountDetailsRead {
  const [stored, setStored] = useState<readonly TestEvent[]>([]);
  const [read, setRead] = useState<readonly LogRecord[]>();
  const [trouble, setTrouble] = useState('');
  useEffect(() => {
    let left = false;
    const load = async () => {
      try {
        const [tested, page] = await Promise.all([
          call('accountsGet', { id }),
          call('logPage', { limit: records, accountId: id }),
        ]);
        if (left) return;
        setStored(tested.events);
        setRead(page.records);
        setTrouble('');
      } catch (error) {
        if (!left) setTrouble(sentenceOf(error));
      }
    };
    void load();
    return () => {
      left = true;
    };
  }, [id, lastTest?.testId]);

  const run = runOf(id);
  const known = new Map((read ?? []).map((record) => [record.id, record]));
  for (const record of recentLog.value) if (record.accountId === id) known.set(record.id, record);
  const newest = [...known.values()].toSorted((one, other) => (one.id < other.id ? 1 : -1));
  return { events: run?.events ?? stored, records: read && newest.slice(0, records), trouble };
}
