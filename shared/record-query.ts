import * as z from 'zod/mini';
import { logLevels } from './log.ts';
import { isTimeZone } from './condition/time-zone.ts';
import { textsOf } from './texts.ts';
import { conditionTexts as english } from './texts/en/conditions.ts';

const texts = textsOf('conditions', english);

/** Of each two the first is the order of time, backwards or forwards; records of one rank stand newest first. */
export const recordSorts = ['newest', 'oldest', 'highest', 'lowest'] as const;
export type RecordSort = (typeof recordSorts)[number];

/** The orders of a list without ranks. */
export const timeSorts = ['newest', 'oldest'] as const satisfies readonly RecordSort[];

/** A place in a list, whatever its order: the number of a rank, a dot, an id. The record need not be there any more. */
export const RecordCursor = z
  .string()
  .check(z.regex(/^[0-3]\.[1-9]\d{17}$/, { error: () => texts().noPlace }));
export type RecordCursor = z.infer<typeof RecordCursor>;

/** The place of a record: to go on behind it, or back from it. Levels are the one rank there is. */
export function recordCursor({ id, level }: { id: string; level?: string | undefined }): RecordCursor {
  return `${Math.max(
    0,
    logLevels.findIndex((known) => known === level),
  )}.${id}`;
}

/** Where the person is, since "today" depends on it: an IANA name, such as `Europe/Berlin`. */
export const Zone = z.string().check(
  z.maxLength(64, { error: () => texts().noZone }),
  z.refine((zone) => isTimeZone(zone), { error: () => texts().noZone }),
);

/** A part of a list. */
export const pageAsked = {
  /** The page behind this place; the first page when neither is said. */
  after: z.optional(RecordCursor),
  /** The page before this place, or the last page. */
  before: z.optional(z.union([RecordCursor, z.literal('end')])),
  limit: z.number().check(z.int(), z.minimum(1), z.maximum(200)),
};

/** The same, with the order of the list. */
export interface PageAsked {
  sort?: RecordSort | undefined;
  after?: RecordCursor | undefined;
  /** Or `end`. */
  before?: RecordCursor | undefined;
  limit: number;
}

/** How many are counted at most. */
export const mostCounted = z.number().check(z.int(), z.minimum(1), z.maximum(1_000_000));
