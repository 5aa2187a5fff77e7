import type { Hop, Judgement, RoundTripEnd } from '../round-trip.ts';
import { visibleText } from '../visible-text.ts';
import type { english } from './en.ts';
import { type ToldEnd, type TripContext, toldEnd } from './told-end.ts';
import { type ToldJudgement, toldJudgement } from './told-judgement.ts';

/** A server on the way, for a person. */
export interface ToldHop {
  /** `mx.acme.example (ESMTP)`. */
  name: string;
  from: string | undefined;
  /** `+3 s`, by the clocks of two servers. */
  delay: string | undefined;
  /** A clock that is off, in words. */
  clock: string | undefined;
  /** So long that somebody may ask why. */
  slow: boolean;
}

/** A trip that nobody followed to its end. */
export interface BrokenTrip {
  /** Left: the page that showed it went away. Ended: by the companion, which says why. */
  how: 'cancelled' | 'lost' | 'left' | 'ended';
  /** A letter is on record. */
  sent: boolean;
  accepted: { queueId?: string | undefined } | undefined;
  folder: string | undefined;
}

/** Says all of a round trip in one language; everything that others wrote has gone through `visibleText`. */
export interface TripTeller {
  end(end: RoundTripEnd, context: TripContext): ToldEnd;
  broken(trip: BrokenTrip): ToldEnd;
  hop(hop: Hop): ToldHop;
  noHops: string;
  judgement(judgement: Judgement | undefined): ToldJudgement;
  seconds(ms: number): string;
}

/** Servers write whole seconds: two seconds may be little more than one. */
const slowMs = 3_000;

/** Gives what speaks the language of this table. */
export function tripTeller(texts: typeof english): TripTeller {
  return {
    end: (end, context) => toldEnd(texts, end, context),
    broken: (trip) => toldBroken(texts, trip),
    hop: (hop) => toldHop(texts, hop),
    noHops: texts.hops.none,
    judgement: (judgement) => toldJudgement(texts, judgement),
    seconds: texts.seconds,
  };
}

function toldBroken(
  { titles, why, steps }: typeof english,
  { how, sent, accepted, folder }: BrokenTrip,
): ToldEnd {
  const queueId = accepted?.queueId === undefined ? undefined : visibleText(accepted.queueId, 128);
  const far = accepted ? why.mayArrive(queueId) : sent ? why.notAccepted : why.nothingSent;
  return {
    tone: how === 'lost' ? 'bad' : 'caution',
    title: titles[how],
    why: [folder === undefined ? far : why.hadArrived(visibleText(folder, 256))],
    // Whoever sees it end knows where to look.
    steps: how === 'left' && sent && folder === undefined ? [steps.fetch] : [],
  };
}

function toldHop({ hops, wholeSeconds }: typeof english, hop: Hop): ToldHop {
  const { by, protocol, from, delayMs, clockOffMs } = hop;
  const whole = (ms: number): string => wholeSeconds(Math.round(Math.abs(ms) / 1_000));
  const named = by === undefined ? hops.nameless : visibleText(by, 256);
  return {
    name: protocol === undefined ? named : `${named} (${visibleText(protocol, 64)})`,
    from: from === undefined ? undefined : hops.from(visibleText(from, 256)),
    delay: clockOffMs !== undefined || delayMs === undefined ? undefined : `+${whole(delayMs)}`,
    clock: clockOffMs === undefined ? undefined : hops[clockOffMs < 0 ? 'slow' : 'fast'](whole(clockOffMs)),
    slow: clockOffMs === undefined && delayMs !== undefined && delayMs >= slowMs,
  };
}
