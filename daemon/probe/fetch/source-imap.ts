import { closeImap, openImap } from '../imap-session.ts';
import { type Probe, stage, withoutDeadline } from '../session.ts';
import type { SourceOrder } from './source-order.ts';

/** One literal of a letter, well below what the wire takes. */
const pieceOctets = 512 * 1024;

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
      for (let from = 0; from <= order.most; from += pieceOctets) {
        wire.expectList({ form: 'letters', octets: 2 * pieceOctets, lines: 4_000 });
        const found = await wire.guard(client.fetch(order.uid, { from, octets: pieceOctets }));
        wire.endList();
        const part = found.find(({ uid }) => String(uid) === order.uid);
        if (!part) return order.missing('gone');
        if (part.size > order.most) return order.missing('too large');
        await withoutDeadline(session, order.give(part.bytes));
        if (part.bytes.length < pieceOctets) return undefined;
      }
      return order.missing('too large');
    }
  };
}
