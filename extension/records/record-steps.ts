import { type RecordCursor, recordCursor } from '../../shared/record-query.ts';
import type { ListedRecord } from './listed-record.ts';
import { type Place, type RecordReply, wholeReply } from './whole-reply.ts';

/** The way along a list, from one record on; which of them is shown is not known here. */
export interface RecordSteps {
  /** The next step begins at this record. One that the steps led to changes nothing. */
  stand(record: ListedRecord): void;
  /** One record on, or back; beyond the end of the list there is none. */
  readonly step: (by: 1 | -1) => void;
  /** No answer counts any longer. */
  stop(): void;
}

/** Steps taken while the companion is asked are one question more: `go` is told of the record where they end. */
export function recordSteps(
  ask: (place: Place) => Promise<RecordReply>,
  go: (record: ListedRecord) => void,
): RecordSteps {
  let here: ListedRecord | undefined;
  let due = 0;
  let walking = false;
  /** Rises whenever the way begins elsewhere. */
  let times = 0;

  async function walk(from: ListedRecord): Promise<void> {
    const mine = times;
    const wanted = () => mine === times;
    let to = from;
    walking = true;
    try {
      while (due !== 0 && wanted()) {
        const by = due;
        due = 0;
        to = (await recordAway(ask, by, { from: recordCursor(to), wanted })) ?? to;
      }
    } catch {
      // That the companion is away is said above the record.
      if (wanted()) due = 0;
    }
    if (!wanted()) return;
    walking = false;
    if (to === from) return;
    here = to;
    go(to);
  }

  function begin(): void {
    if (here && due !== 0 && !walking) void walk(here);
  }

  return {
    stand(record) {
      if (here?.id === record.id) return;
      // Steps from a record that was not here yet wait for it.
      if (here) due = 0;
      times += 1;
      walking = false;
      here = record;
      begin();
    },
    step(by) {
      due += by;
      begin();
    },
    stop() {
      times += 1;
    },
  };
}

interface From {
  from: RecordCursor;
  wanted: () => boolean;
}

/** So many records on from a place, or back, as far as the list goes; undefined where there is none. */
export async function recordAway(
  ask: (place: Place) => Promise<RecordReply>,
  by: number,
  { from, wanted }: From,
): Promise<ListedRecord | undefined> {
  const limit = Math.abs(by);
  const { records } = await wholeReply(
    ask,
    by < 0 ? { before: from, limit } : { after: from, limit },
    wanted,
  );
  return by < 0 ? records[0] : records.at(-1);
}
