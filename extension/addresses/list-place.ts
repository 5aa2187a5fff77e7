import type { RecordSort } from '../../shared/record-query.ts';

/** Which records of a list are shown, and in which order. */
export interface ListPlace {
  /** A condition in words, as it stands in the address; empty for all records. */
  readonly where: string;
  readonly sort: RecordSort;
}
