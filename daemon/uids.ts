/** UIDs of an IMAP mailbox from one to another, both included; up to the newest one where `last` is Infinity. */
export interface UidRange {
  first: number;
  last: number;
}

/** What of an IMAP mailbox is known before a fetch. */
export interface KnownUids {
  /** The highest one that was dealt with; 0 where the numbers are new. */
  upTo: number;
  /** Left as older than what was fetched, rising. */
  left: UidRange[];
  /** Listed by the server, and not given when they were asked for. */
  missed: number[];
}

/** What of an IMAP mailbox is known after a part of its letters. */
export interface DealtUids {
  /** All up to this one are dealt with. */
  upTo?: number;
  /** Of those that were left, all from this one on are dealt with. */
  downTo?: number;
  /** Older ones that are left from now on. */
  left?: UidRange;
  /** Listed, and not given. */
  missed?: readonly number[];
  /** Missed before, and listed no more. */
  gone?: readonly number[];
}

/** Such as `3:5,9,12:*` (RFC 9051 §9). */
export function sequenceSet(ranges: readonly UidRange[]): string {
  return ranges
    .map(({ first, last }) => (first === last ? `${first}` : `${first}:${last === Infinity ? '*' : last}`))
    .join(',');
}

/** As few ranges as hold these, which rise. */
export function rangesOf(uids: readonly number[]): UidRange[] {
  const ranges: UidRange[] = [];
  for (const uid of uids) {
    const last = ranges.at(-1);
    if (last?.last === uid - 1) last.last = uid;
    else ranges.push({ first: uid, last: uid });
  }
  return ranges;
}
