import { CodedFailure } from '../known-failure.ts';
import { closePop3, openPop3 } from '../pop3-session.ts';
import { type Probe, stage, withoutDeadline } from '../session.ts';
import type { SourceOrder } from './source-order.ts';

const pieceOctets = 512 * 1024;

/** Reads one letter of the maildrop whole (RETR). */
export function sourcePop3(order: SourceOrder): Probe {
  return async function* (session) {
    const { wire, client } = yield* openPop3(session);

    yield* stage(session, 'mailbox', async () => {
      const listed = await client.uidls();
      const number = listed.find(({ uidl }) => uidl === order.uid)?.number;
      if (number === undefined) order.missing('gone');
      else await read(number);
      return { result: undefined, evidence: { count: listed.length, newest: [] } };
    });

    yield* closePop3(session, wire, { sent: false });

    async function read(number: number): Promise<void> {
      const octets = (await client.sizes()).get(number) ?? 0;
      if (octets > order.most) return order.missing('too large');
      client.letterLimits = { kept: order.most, most: order.most };
      const found = await client.letter(['RETR', String(number)]);
      // It is listed: whatever keeps it from being given out is the server's to say.
      if (!('raw' in found))
        throw new CodedFailure('EREFUSED', 'The server does not give this letter out.', {
          reply: found.refused,
        });
      for (let at = 0; at < found.raw.length; at += pieceOctets) {
        await withoutDeadline(session, order.give(found.raw.subarray(at, at + pieceOctets)));
      }
      return undefined;
    }
  };
}
