import { useEffect, useState } from 'preact/hooks';
import type { Id } from '../../shared/id.ts';
import type { LogRecord } from '../../shared/log.ts';
import type { RecordCursor } from '../../shared/record-query.ts';
import { ownZone } from '../own-zone.ts';
import { useAnswer } from '../records/use-answer.ts';
import { call } from '../state/call.ts';
import { recentLog } from '../state/recent-log.ts';
import { streamsBegun } from '../state/runs.ts';
import { type Answered, type Behind, behind } from './exchange-tail.ts';

/** More of one test than anybody reads. */
export const mostRecords = 4_000;

interface Exchange {
  /** Oldest first, without a gap; undefined until the daemon has answered. */
  readonly records: readonly LogRecord[] | undefined;
  /** There are more than {@link mostRecords}. */
  readonly isCut: boolean;
  readonly trouble: string;
  readonly again: () => void;
}

/** All records of one test, and those that come in. */
export function useExchange(testId: Id): Exchange {
  /** The answer behind which some have gone by unseen, and how many there were of such. */
  const [outrun, setOutrun] = useState<{ answer?: Answered; times: number }>({ times: 0 });
  const [live, setLive] = useState<Behind>();
  const { value, trouble, again } = useAnswer(
    testId,
    (wanted) => recordsOf(testId, wanted),
    `${streamsBegun.value} ${outrun.times}`,
  );
  const tail = recentLog.value;
  useEffect(() => {
    if (!value) return;
    const now = behind(value, live, tail, testId);
    if (now) setLive(now);
    // Once for each answer: one that is under way is waited for.
    else if (outrun.answer !== value) setOutrun({ answer: value, times: outrun.times + 1 });
  }, [tail, value]);
  const newer = live?.answer === value ? (live?.records ?? []) : [];
  return {
    records: value && [...value.records, ...newer],
    isCut: value?.isCut === true,
    trouble,
    again,
  };
}

async function recordsOf(testId: Id, wanted: () => boolean): Promise<Answered> {
  const since = recentLog.peek().at(-1)?.id ?? '';
  const condition = {
    combinator: 'and' as const,
    rules: [{ field: 'testId' as const, operator: 'is' as const, value: testId }],
  };
  const records: LogRecord[] = [];
  let after: RecordCursor | undefined;
  do {
    const place = after === undefined ? {} : { after };
    const page = await call('logQuery', { condition, zone: ownZone, sort: 'oldest', limit: 200, ...place });
    records.push(...page.records);
    after = page.next;
  } while (after !== undefined && records.length < mostRecords && wanted());
  return { records, isCut: after !== undefined, since };
}
