import type { AskedRecord } from '../../shared/condition/matches.ts';
import type { Id } from '../../shared/id.ts';

/** A record as far as every list knows it. */
export type ListedRecord = AskedRecord & {
  readonly id: Id;
  /** Of a letter: how many of its recipients were refused. */
  readonly refused?: number | undefined;
};
