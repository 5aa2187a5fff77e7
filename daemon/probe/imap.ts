import { closeImap, openImap } from './imap-session.ts';
import { KnownFailure } from './known-failure.ts';
import { type Probe, type Session, stage } from './session.ts';
import { UidList } from './wire/id-list.ts';

/** IMAP (RFC 9051, 3501): imapflow speaks LOGIN, EXAMINE and UID SEARCH; nothing is changed in the mailbox. */
export const imap: Probe = async function* (session) {
  const { wire, client } = yield* openImap(session);

  yield* stage(session, 'mailbox', async () => {
    const { uidValidity, exists } = await wire.guard(client.examine('INBOX'));
    const list = new UidList();
    wire.expectList({ form: 'search line', ids: list });
    await wire.guard(client.search('ALL'));
    wire.endList();
    complete(list, exists, session);
    return {
      result: undefined,
      evidence: { ...list.ids, ...(uidValidity === undefined ? {} : { uidValidity }) },
    };
  });

  yield* closeImap(session, wire);
};

/** Holds the list against the count that EXAMINE told; an ESEARCH reply (RFC 9051 §7.3.4) is a list too. */
function complete(list: UidList, exists: number | undefined, { wire, warnings }: Session): void {
  const set = /^\* ESEARCH\b.*? ALL ([\d:,]+)/im.exec(wire?.rawWords ?? '')?.[1];
  if (set !== undefined) list.addSet(set);
  const { count } = list.ids;
  if (exists === undefined || count === exists) return;
  if (count === 0) {
    throw new KnownFailure('protocol_error', `The server announces ${exists} messages and lists none.`);
  }
  warnings.push({ kind: 'other_count', announced: exists, listed: count });
}
