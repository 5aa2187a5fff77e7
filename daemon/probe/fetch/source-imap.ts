import type { FetchedOctets } from '../imap-fetched.ts';
import { closeImap, openImap } from '../imap-session.ts';
import { KnownFailure } from '../known-failure.ts';
import { type Probe, stage, withoutDeadline } from '../session.ts';
import type { SourceOrder } from './source-order.ts';

/** One literal of a letter, well below what the wire takes. */
const pieceOctets = 512 * 1024;
/** A server that gives less than it is asked for is asked again, but not for ever. */
const mostPieces = 1_000;

/** Reads one letter of INBOX whole, piece by piece; no flag is changed. */
export function sourceImap(order: SourceOrder): Probe {
  return async function* (session) {
    const { wire, client } = yield* openImap(session);

    yield* stage(session, 'mailbox', async () => {
      const { uidValidity, exists = 0 } = await wire.guard(client.examine('INBOX'));
      if (uidValidity === order.uidValidity) await readPieces();
      else order.missing('gone');
      return { result: undefined, evidence: { count: exists, newest: [] } };
    });

    yield* closeImap(session, wire);

    async function readPieces(): Promise<void> {
      let from = 0;
      for (let pieces = 0; pieces < mostPieces; pieces += 1) {
        const part = await piece(from);
        if (!part) return order.missing('gone');
        if (part.nil && from === 0)
          throw new KnownFailure('protocol_error', 'The server gives nothing of this letter.');
        from += part.bytes.length;
        if (Math.max(part.size, from) > order.most) return order.missing('too large');
        await withoutDeadline(session, order.give(part.bytes));
        if (isEnd(part, from)) return undefined;
      }
      throw new KnownFailure('protocol_error', 'The server gives this letter in pieces that are too small.');
    }

    async function piece(from: number): Promise<FetchedOctets | undefined> {
      wire.expectList({ form: 'letters', octets: 2 * pieceOctets, lines: 4_000 });
      const found = await wire.guard(client.fetch(order.uid, { from, octets: pieceOctets }));
      wire.endList();
      return found.find(({ uid }) => String(uid) === order.uid);
    }
  };
}

/** Nothing more comes. What a server says of the size alone is not believed (RFC822.SIZE of some is an estimate). */
function isEnd({ bytes, size }: FetchedOctets, upTo: number): boolean {
  return bytes.length === 0 || (bytes.length < pieceOctets && upTo >= size);
}
