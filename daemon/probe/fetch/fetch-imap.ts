import { type KnownUids, rangesOf, sequenceSet, type UidRange } from '../../uids.ts';
import type { ImapClient } from '../imap-client.ts';
import type { FetchedOctets } from '../imap-fetched.ts';
import { closeImap, openImap } from '../imap-session.ts';
import { CodedFailure, KnownFailure } from '../known-failure.ts';
import { type Probe, stage, withoutDeadline } from '../session.ts';
import { WantedUids } from '../wire/id-list.ts';
import type { Wire } from '../wire/wire.ts';
import { type FetchedBatch, type FetchedLetter, type FetchOrder, mostOctets } from './fetch-order.ts';

const inBatch = 20;
/** Of those that the server has not given before, so many are asked for again by one fetch. */
const mostAgain = 200;

/** Fetches what is wanted of INBOX (RFC 9051 §6.4.5): the mailbox is opened read-only, and no flag is changed. */
export function fetchImap(order: FetchOrder): Probe {
  return async function* (session) {
    const { wire, client } = yield* openImap(session);

    yield* stage(session, 'mailbox', async () => {
      const { uidValidity } = await wire.guard(client.examine('INBOX'));
      if (uidValidity === undefined) {
        throw new KnownFailure(
          'protocol_error',
          'The server does not say how long its UIDs hold (UIDVALIDITY).',
        );
      }
      const known = await order.known(uidValidity);
      const again = order.of === 'new' ? known.missed.slice(0, mostAgain) : [];
      const ranges = order.of === 'new' ? newRanges(known.upTo, again) : known.left;
      const beside = order.of === 'new' && order.countsLeft ? known.left : [];
      const found = new WantedUids({ ranges, most: order.most, beside });
      if (ranges.length > 0) {
        wire.expectList({ form: 'search line', ids: found });
        await wire.guard(client.search(found.range));
        wire.endList();
      }
      const { uids, left } = found;
      order.begin({ coming: uids.length, left: left + found.beside });
      const parts = { wire, client, uidValidity, again: new Set(again) };
      const marked = order.of === 'new' ? newMarks(known, again, found) : leftMarks(found);
      for (const batch of batchesOf(uids, order.of)) {
        const { letters, missed } = await fetchBatch(parts, batch);
        const given = order.of === 'new' ? letters : letters.toReversed();
        await withoutDeadline(session, order.take(marked({ letters: given, missed }, batch)));
      }
      // Nothing to take, and yet something to know: what was left or missed is there no more.
      if (uids.length === 0 && (again.length > 0 || (order.of === 'left' && ranges.length > 0)))
        await withoutDeadline(session, order.take(marked({ letters: [], missed: [] }, [])));
      return { result: undefined, evidence: { ...found.ids, uidValidity } };
    });

    yield* closeImap(session, wire);
  };
}

function newRanges(upTo: number, again: readonly number[]): UidRange[] {
  return [...rangesOf(again), { first: upTo + 1, last: Infinity }];
}

/** Oldest first, or newest first; inside a batch they rise. */
function* batchesOf(uids: readonly number[], of: FetchOrder['of']): Generator<readonly number[]> {
  if (of === 'new') for (let at = 0; at < uids.length; at += inBatch) yield uids.slice(at, at + inBatch);
  else for (let end = uids.length; end > 0; end -= inBatch) yield uids.slice(Math.max(0, end - inBatch), end);
}

type Mark = (batch: FoundBatch, uids: readonly number[]) => FetchedBatch;

/** What is known after each batch of new letters; what was left or is gone stands with the first one. */
function newMarks({ upTo }: KnownUids, again: readonly number[], { uids, left }: WantedUids): Mark {
  const there = new Set(uids);
  const gone = left > 0 ? [] : again.filter((uid) => !there.has(uid));
  const first = uids.find((uid) => uid > upTo);
  const older = left > 0 && first !== undefined ? { left: { first: upTo + 1, last: first - 1 } } : {};
  return ({ letters, missed }, batch) => ({
    letters,
    uids: { upTo: batch.at(-1) ?? 0, missed, ...(batch[0] === uids[0] ? { gone, ...older } : {}) },
  });
}

/** What is known after each batch of those that were left: the last one may be the end of them. */
function leftMarks({ uids, left }: WantedUids): Mark {
  return ({ letters, missed }, batch) => {
    const isLast = batch[0] === uids[0] && left === 0;
    return { letters, uids: { downTo: isLast ? 1 : (batch[0] ?? 1), missed } };
  };
}

interface Parts {
  wire: Wire;
  client: ImapClient;
  uidValidity: string;
  /** Left out of an answer before. */
  again: ReadonlySet<number>;
}

interface FoundBatch {
  /** In the order of their UIDs. */
  letters: FetchedLetter[];
  /** Listed, and left out of the answer: gone in this moment, or not to be had. */
  missed: number[];
}

/** A letter that makes the server refuse all of them is found and told. */
async function fetchBatch(parts: Parts, uids: readonly number[]): Promise<FoundBatch> {
  try {
    return await fetchLetters(parts, uids);
  } catch (error) {
    const refused = refusalOf(error, parts.wire);
    if (refused === undefined) throw error;
    const [uid] = uids;
    if (uids.length === 1 && uid !== undefined)
      return { letters: [{ uid: String(uid), octets: 0, refused }], missed: [] };
    const all: FoundBatch = { letters: [], missed: [] };
    for (const one of uids) {
      const { letters, missed } = await fetchBatch(parts, [one]);
      all.letters.push(...letters);
      all.missed.push(...missed);
    }
    return all;
  }
}

async function fetchLetters(
  { wire, client, uidValidity, again }: Parts,
  uids: readonly number[],
): Promise<FoundBatch> {
  // Beside the letters themselves some lines each, and what the server tells of others meanwhile.
  const lines = 2_000 + uids.length * 20;
  wire.expectList({ form: 'letters', octets: uids.length * (mostOctets + 4_096) + 1024 * 1024, lines });
  try {
    const set = sequenceSet(rangesOf(uids));
    const answered = await wire.guard(client.fetch(set, { from: 0, octets: mostOctets }));
    const anew = /\[UIDVALIDITY (\d+)\]/i.exec(wire.rawWords)?.[1];
    if (anew !== undefined && anew !== uidValidity) {
      throw new KnownFailure('protocol_error', 'The server gave all letters new UIDs in the middle.');
    }
    const asked = new Map(answered.toReversed().map((letter) => [letter.uid, letter]));
    const found: FoundBatch = { letters: [], missed: [] };
    for (const number of uids) {
      const uid = String(number);
      const letter = asked.get(number);
      if (letter) found.letters.push({ uid, octets: letter.size, ...contentOf(letter) });
      else if (again.has(number)) found.letters.push({ uid, octets: 0, unread: 'withheld' });
      else found.missed.push(number);
    }
    return found;
  } finally {
    wire.endList();
  }
}

function contentOf({ size, bytes, nil }: FetchedOctets): Pick<FetchedLetter, 'raw' | 'unread'> {
  return nil || (bytes.length === 0 && size > 0) ? { unread: 'nothing_given' } : { raw: bytes };
}

/** The words of a NO that is about the letters; undefined for everything that another try may mend. */
function refusalOf(error: unknown, wire: Wire): string | undefined {
  if (error instanceof KnownFailure || error instanceof CodedFailure) return undefined;
  const words = wire.words.split('\n').findLast((line) => /^\S+ NO\b/i.test(line));
  return words === undefined || passing.test(words) ? undefined : words;
}

/** Response codes of what passes (RFC 9051 §7.1), and Gmail's. */
const passing = /\[(?:UNAVAILABLE|INUSE|LIMIT|OVERQUOTA|SERVERBUG|THROTTLED|CONTACTADMIN)\b/i;
