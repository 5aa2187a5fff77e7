import type { Hop } from '../../../../shared/round-trip.ts';
import { visibleText } from '../../../../shared/visible-text.ts';
import type { HeaderField } from './letter-head.ts';
import { withoutComments } from './without-comments.ts';

/** When the letter can have been on its way, by this machine's clock. */
export interface Journey {
  sentAt: Date;
  seenAt: Date;
}

/** More than this many are a loop, or somebody's joke. */
const mostHops = 50;
/** Servers write whole seconds, and clocks that are set by the network still differ by some. */
const toleranceMs = 2_000;

/**
 * The way of a letter by its Received headers, the first hop first. A server whose clock cannot be right says so
 * (`clockOffMs`), and no delay is computed from it; neither is one where a later hop is the earlier one.
 */
export function hopsOf(fields: readonly HeaderField[], journey: Journey): Hop[] {
  const received = fields.filter(({ name }) => name === 'received').slice(0, mostHops);
  const hops = received.map(({ value }) => hopOf(value, journey)).toReversed();
  return hops.map((hop, at) => {
    const before = hops[at - 1];
    if (before?.at === undefined || hop.at === undefined) return hop;
    if (before.clockOffMs !== undefined || hop.clockOffMs !== undefined) return hop;
    const delayMs = Date.parse(hop.at) - Date.parse(before.at);
    return delayMs < 0 ? { ...hop, clockOffMs: delayMs } : { ...hop, delayMs };
  });
}

function hopOf(value: string, journey: Journey): Hop {
  // The date follows the last semicolon outside of comments.
  const plain = withoutComments(value);
  const end = plain.lastIndexOf(';');
  const clauses = end === -1 ? plain : plain.slice(0, end);
  const at = end === -1 ? undefined : momentOf(plain.slice(end + 1));
  const clockOffMs = at && offBy(at, journey);
  const clause = (keyword: string): string | undefined => {
    const word = new RegExp(String.raw`(?:^|\s)${keyword}\s+([^\s;]+)`, 'i').exec(clauses)?.[1];
    return word && visibleText(word, 256);
  };
  return {
    from: clause('from'),
    by: clause('by'),
    protocol: clause('with'),
    id: clause('id'),
    at: at?.toISOString(),
    clockOffMs,
  };
}

function momentOf(text: string): Date | undefined {
  const moment = new Date(text.trim());
  const year = moment.getUTCFullYear();
  return year >= 1970 && year <= 9999 ? moment : undefined;
}

/** How far outside of the journey it is; undefined inside. */
function offBy(at: Date, { sentAt, seenAt }: Journey): number | undefined {
  if (+at < +sentAt - toleranceMs) return +at - +sentAt;
  return +at > +seenAt + toleranceMs ? +at - +seenAt : undefined;
}
