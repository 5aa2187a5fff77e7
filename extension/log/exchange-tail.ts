import type { LogRecord } from '../../shared/log.ts';

/** As many as the page keeps of the live tail: then some may have gone by. */
const fullTail = 500;

/** The records of one test as the daemon answered, oldest first. */
export interface Answered {
  readonly records: readonly LogRecord[];
  /** It has more: nothing that comes in stands next to these. */
  readonly isCut: boolean;
  /** The newest of the tail when it was asked for. */
  readonly since: string;
}

/** What has come in behind an answer. */
export interface Behind {
  readonly answer: Answered;
  readonly records: readonly LogRecord[];
  /** The newest of the tail that was looked at. */
  readonly upTo: string;
}

/** The same with what the tail has now; undefined where some have gone by unseen, so that the daemon must be asked again. */
export function behind(
  answer: Answered,
  before: Behind | undefined,
  tail: readonly LogRecord[],
  testId: string,
): Behind | undefined {
  const { records, upTo } = before?.answer === answer ? before : { records: [], upTo: answer.since };
  if (answer.isCut) return { answer, records, upTo };
  if (tail.length >= fullTail && (tail[0]?.id ?? '') > upTo) return undefined;
  const fresh = newerThan(
    records.length > 0 ? records : answer.records,
    tail.filter((record) => record.testId === testId),
  );
  return { answer, records: [...records, ...fresh], upTo: tail.at(-1)?.id ?? upTo };
}

/** Those that do not stand among the others yet, each once. */
function newerThan(answered: readonly LogRecord[], live: readonly LogRecord[]): LogRecord[] {
  let last = answered.at(-1)?.id ?? '';
  return live.filter(({ id }) => {
    if (id <= last) return false;
    last = id;
    return true;
  });
}
