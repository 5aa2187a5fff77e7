import { closePop3, openPop3 } from '../pop3-session.ts';
import { type Probe, stage, withoutDeadline } from '../session.ts';
import { type FoundLetter, seenOctets, type WatchOrder } from './watch-order.ts';

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
export function watchPop3(order: WatchOrder<FoundLetter>, known: KnownUidls, isFirst: boolean): Probe {
  return async function* (session) {
    const { wire, client, capabilities } = yield* openPop3(session);

    let removed = 0;
    yield* stage(session, 'mailbox', async () => {
      const listed = await client.uidls();
      const unseen = listed.filter(({ uidl }) => !known.has(uidl));
      for (const { uidl } of listed) known.add(uidl);
      client.letterLimits = { kept: seenOctets, most: 32 * 1024 * 1024 };
      const top = capabilities.length === 0 || capabilities.includes('TOP');
      for (const { number, uidl } of isFirst ? [] : unseen.slice(-mostAtOnce)) {
        const command = top ? ['TOP', String(number), String(topLines)] : ['RETR', String(number)];
        const found = await client.letter(command);
        if (!('raw' in found)) {
          // Gone since it was listed, or not to be had now: the next look lists it again, or does not.
          known.delete(uidl);
          continue;
        }
        const letter = { folder, junk: false, raw: found.raw };
        if (!(await withoutDeadline(session, order.take(letter)))) continue;
        const reply = await client.remove(number);
        if (reply === undefined) removed += 1;
        else order.removed(folder, { how: 'refused', reply });
      }
      if (!isFirst) order.searched(folder);
      order.looked();
      return { result: undefined, evidence: { count: listed.length, newest: [] } };
    });

    // It takes effect with the goodbye (RFC 1939 §6).
    let how: 'removed' | 'unknown' = 'unknown';
    try {
      yield* closePop3(session, wire, { sent: false });
      how = 'removed';
    } finally {
      for (; removed > 0; removed -= 1) order.removed(folder, { how });
    }
    // The next login must not meet this one.
    if (isFirst) await withoutDeadline(session, order.begin());
  };
}

/** A maildrop has no other. */
const folder = 'INBOX';
