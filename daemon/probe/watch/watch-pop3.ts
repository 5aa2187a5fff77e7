import type { Pop3Client } from '../pop3-client.ts';
import { closePop3, openPop3 } from '../pop3-session.ts';
import { type Probe, stage, withoutDeadline } from '../session.ts';
import { seenOctets, type SeenLetter, type WatchOrder } from './watch-order.ts';

/** Lines of the body: what a bounce quotes of the headers stands behind its explanation. */
const topLines = 300;
/** Of more than this in one look the newest are read. */
const mostAtOnce = 50;

/** What is known of a maildrop from one login to the next. */
export type KnownUidls = Set<string>;

/**
 * One look into the maildrop: it shows what was there at the login (RFC 1939 §3), so that waiting takes a login each time.
 * The first one learns what is there, and begins.
 */
export function watchPop3(order: WatchOrder, known: KnownUidls, isFirst: boolean): Probe {
  return async function* (session) {
    const { wire, client, capabilities } = yield* openPop3(session);

    yield* stage(session, 'mailbox', async () => {
      const listed = await client.uidls();
      const unseen = listed.filter(({ uidl }) => !known.has(uidl));
      for (const { uidl } of listed) known.add(uidl);
      client.letterLimits = { kept: seenOctets, most: 32 * 1024 * 1024 };
      const top = capabilities.length === 0 || capabilities.includes('TOP');
      for (const { number } of isFirst ? [] : unseen.slice(-mostAtOnce)) {
        const command = top ? ['TOP', String(number), String(topLines)] : ['RETR', String(number)];
        const found = await client.letter(command);
        if (!('raw' in found)) continue;
        const letter = { folder: 'INBOX', junk: false, raw: found.raw };
        if (await withoutDeadline(session, order.take(letter))) await remove(client, number, letter);
      }
      order.looked();
      return { result: undefined, evidence: { count: listed.length, newest: [] } };
    });

    yield* closePop3(session, wire, { sent: false });
    // Behind the goodbye: the next login must not meet this one.
    if (isFirst) await withoutDeadline(session, order.begin());
  };

  /** It takes effect with the goodbye. */
  async function remove(client: Pop3Client, number: number, letter: SeenLetter): Promise<void> {
    await client.command('DELE', String(number));
    order.removed(letter, 'removed');
  }
}
