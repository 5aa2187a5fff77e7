import { readThrown } from '../classify/thrown.ts';
import type { ImapClient } from '../imap-client.ts';
import type { ImapFolder } from '../imap-folder.ts';
import { KnownFailure } from '../known-failure.ts';
import { type Session, withoutDeadline } from '../session.ts';
import { UidList } from '../wire/id-list.ts';
import type { Wire } from '../wire/wire.ts';
import { type FoundLetter, type Removal, seenOctets, type WatchOrder } from './watch-order.ts';

/** Letters of one FETCH. */
const inBatch = 20;
/** Letters that came between two looks. */
const mostNew = 500;

/** A watching under way. */
export interface Watching {
  session: Session;
  wire: Wire;
  client: ImapClient;
  order: WatchOrder<FoundLetter>;
  /** The folder that is open, by its path; undefined where it is open for more than reading. */
  open: string | undefined;
}

/** A folder that is looked into again and again: from which letter on, and under which UIDVALIDITY. */
export interface Watched extends ImapFolder {
  next: number;
  uidValidity: string | undefined;
}

/** Opens a folder and says where its next letter will stand. Throws where the server does not tell. */
export async function stateOf(parts: Watching, { path }: ImapFolder) {
  const { wire, client } = parts;
  wire.forgetWords();
  parts.open = undefined;
  const { uidNext, uidValidity } = await wire.guard(client.examine(path));
  parts.open = path;
  if (uidNext !== undefined) return { uidNext, uidValidity };
  throw new KnownFailure('protocol_error', 'The server does not say which UID comes next (UIDNEXT).');
}

/** The same of a folder that may be gone, or somebody else's: undefined where the server does not open it. */
export async function stateIfAny(parts: Watching, folder: ImapFolder) {
  return stateOf(parts, folder).catch((error: unknown) => {
    if (parts.wire.destroyed || parts.session.signal.aborted) throw error;
    return undefined;
  });
}

/** Opens a folder and reads what is new in it; false where nothing was, or where junk cannot be opened. */
export async function lookInto(parts: Watching, folder: Watched): Promise<boolean> {
  const state = folder.junk ? await stateIfAny(parts, folder) : await stateOf(parts, folder);
  if (!state) return false;
  const { uidNext, uidValidity } = state;
  // Made anew: all in it is new.
  if (uidValidity !== folder.uidValidity) folder.next = 1;
  folder.uidValidity = uidValidity;
  // A server may skip millions of numbers; what came last is what is waited for.
  folder.next = Math.max(folder.next, uidNext - mostNew);
  const isNew = folder.next < uidNext;
  while (folder.next < uidNext) {
    const last = Math.min(folder.next + inBatch, uidNext) - 1;
    await read(parts, folder, `${folder.next}:${last}`);
    folder.next = last + 1;
  }
  parts.order.searched(folder.name);
  return isNew;
}

/** Looks for the letter in a folder that a rule may have moved it to; one that cannot be opened holds nothing of ours. */
export async function search(parts: Watching, folder: ImapFolder): Promise<void> {
  const { wire, client, order, session } = parts;
  session.prolong();
  const found = new UidList();
  let uidValidity: string | undefined;
  try {
    wire.forgetWords();
    parts.open = undefined;
    ({ uidValidity } = await wire.guard(client.examine(folder.path)));
    parts.open = folder.path;
    wire.expectList({ form: 'search line', ids: found });
    await wire.guard(client.searchSubject(order.token));
  } catch (error) {
    if (wire.destroyed || session.signal.aborted) throw error;
    return;
  } finally {
    wire.endList();
  }
  const { newest } = found.ids;
  if (newest.length > 0) await read(parts, { ...folder, uidValidity }, newest.join(','));
  order.searched(folder.name);
}

async function read(
  parts: Watching,
  folder: ImapFolder & Pick<Watched, 'uidValidity'>,
  uids: string,
): Promise<void> {
  const { session, wire, client, order } = parts;
  session.prolong();
  wire.expectList({ form: 'letters', octets: (inBatch + 1) * (seenOctets + 4_096), lines: 2_000 });
  const letters = await wire.guard(client.fetch(uids, { from: 0, octets: seenOctets }));
  wire.endList();
  for (const { uid, bytes } of letters) {
    const letter = { folder: folder.name, junk: folder.junk, raw: bytes };
    if (!(await withoutDeadline(session, order.take(letter)))) continue;
    parts.open = undefined;
    order.removed(folder.name, await removal(parts, folder, uid));
  }
}

/** A server that does not delete goes on to be watched. */
async function removal(
  { wire, client, session, order }: Watching,
  { path, name, uidValidity }: ImapFolder & Pick<Watched, 'uidValidity'>,
  uid: number,
): Promise<Removal> {
  try {
    return { how: await wire.guard(client.remove(path, uid, uidValidity)) };
  } catch (error) {
    const reply = readThrown('imap', error).reply;
    if (reply !== undefined && !wire.destroyed && !session.signal.aborted) return { how: 'refused', reply };
    order.removed(name, { how: 'unknown' });
    throw error;
  }
}
