import type { ImapClient } from '../imap-client.ts';
import { closeImap, openImap } from '../imap-session.ts';
import { CodedFailure, KnownFailure } from '../known-failure.ts';
import { type Probe, stage, withoutDeadline } from '../session.ts';
import { NewUids } from '../wire/id-list.ts';
import type { Wire } from '../wire/wire.ts';
import { type FetchedLetter, type FetchOrder, mostOctets } from './fetch-order.ts';

const inBatch = 20;

/** Fetches what is new in INBOX, oldest first (RFC 9051 §6.4.5): the mailbox is opened read-only, and no flag is changed. */
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
      const found = new NewUids({ above: await order.knownUpTo(uidValidity), most: order.most });
      wire.expectList({ form: 'search line', ids: found });
      await wire.guard(client.search(found.range));
      wire.endList();
      const { uids, left } = found;
      order.begin({ coming: uids.length, left });
      for (let at = 0; at < uids.length; at += inBatch) {
        const batch = uids.slice(at, at + inBatch);
        const letters = await fetchBatch({ wire, client }, batch, uidValidity);
        await withoutDeadline(session, order.take({ letters, upTo: batch.at(-1) ?? 0 }));
      }
      return { result: undefined, evidence: { ...found.ids, uidValidity } };
    });

    yield* closeImap(session, wire);
  };
}

interface Parts {
  wire: Wire;
  client: ImapClient;
}

/** Those of the batch that are there still, in its order. A letter that makes the server refuse all of them is found and told. */
async function fetchBatch(
  parts: Parts,
  uids: readonly number[],
  uidValidity: string,
): Promise<FetchedLetter[]> {
  try {
    return await fetchLetters(parts, uids, uidValidity);
  } catch (error) {
    const refused = refusalOf(error, parts.wire);
    if (refused === undefined) throw error;
    const [uid] = uids;
    if (uids.length === 1 && uid !== undefined) return [{ uid: String(uid), octets: 0, refused }];
    const letters: FetchedLetter[] = [];
    for (const one of uids) letters.push(...(await fetchBatch(parts, [one], uidValidity)));
    return letters;
  }
}

async function fetchLetters({ wire, client }: Parts, uids: readonly number[], uidValidity: string) {
  // Beside the letters themselves some lines each, and what the server tells of others meanwhile.
  const lines = 2_000 + uids.length * 20;
  wire.expectList({ form: 'letters', octets: uids.length * (mostOctets + 4_096) + 1024 * 1024, lines });
  try {
    const answered = await wire.guard(client.fetch(setOf(uids), { from: 0, octets: mostOctets }));
    const anew = /\[UIDVALIDITY (\d+)\]/i.exec(wire.rawWords)?.[1];
    if (anew !== undefined && anew !== uidValidity) {
      throw new KnownFailure('protocol_error', 'The server gave all letters new UIDs in the middle.');
    }
    const asked = new Map(answered.toReversed().map((letter) => [letter.uid, letter]));
    return uids.flatMap((uid): FetchedLetter[] => {
      const letter = asked.get(uid);
      return letter ? [{ uid: String(uid), octets: letter.size, raw: letter.bytes }] : [];
    });
  } finally {
    wire.endList();
  }
}

/** The words of a NO that is about the letters; undefined for everything that another try may mend. */
function refusalOf(error: unknown, wire: Wire): string | undefined {
  if (error instanceof KnownFailure || error instanceof CodedFailure) return undefined;
  const words = wire.words.split('\n').findLast((line) => /^\S+ NO\b/i.test(line));
  return words === undefined || passing.test(words) ? undefined : words;
}

/** Response codes of what passes (RFC 9051 §7.1), and Gmail's. */
const passing = /\[(?:UNAVAILABLE|INUSE|LIMIT|OVERQUOTA|SERVERBUG|THROTTLED|CONTACTADMIN)\b/i;

/** Such as `3:5,9`. */
function setOf(uids: readonly number[]): string {
  const ranges: { from: number; to: number }[] = [];
  for (const uid of uids) {
    const last = ranges.at(-1);
    if (last?.to === uid - 1) last.to = uid;
    else ranges.push({ from: uid, to: uid });
  }
  return ranges.map(({ from, to }) => (from === to ? `${from}` : `${from}:${to}`)).join(',');
}
