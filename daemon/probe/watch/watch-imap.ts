import { setTimeout as sleep } from 'node:timers/promises';
import type { ImapClient } from '../imap-client.ts';
import type { ImapFolder } from '../imap-folder.ts';
import { closeImap, openImap } from '../imap-session.ts';
import { KnownFailure } from '../known-failure.ts';
import { type Probe, type Session, stage, withoutDeadline } from '../session.ts';
import { UidList } from '../wire/id-list.ts';
import type { Wire } from '../wire/wire.ts';
import { seenOctets, type WatchOrder } from './watch-order.ts';

/** Letters of one FETCH. */
const inBatch = 20;
/** Folders that are looked into beside INBOX and junk. */
const mostFolders = 100;
/** Letters that came between two looks. */
const mostNew = 500;
/** When, after the letter has left, the other folders are searched for it; and once more at the end. */
const elsewhereAfterMs = [5_000, 30_000];

interface Watched extends ImapFolder {
  next: number;
}

/**
 * Waits in one session for a letter: INBOX and the junk folders are looked at again and again, the others now and then.
 * Opening a folder anew shows what is new on every server; IDLE would show one folder only.
 */
export function watchImap(order: WatchOrder): Probe {
  return async function* (session) {
    const { wire, client } = yield* openImap(session);

    yield* stage(session, 'mailbox', async () => {
      const folders = await wire.guard(client.folders());
      const isInbox = ({ path }: ImapFolder): boolean => path.toUpperCase() === 'INBOX';
      const inbox = folders.find(isInbox) ?? { path: 'INBOX', name: 'INBOX', junk: false };
      const watched: Watched[] = [];
      for (const folder of [inbox, ...folders.filter(({ junk }) => junk)])
        watched.push({ ...folder, next: await uidNextOf({ wire, client }, folder) });

      if (await withoutDeadline(session, order.begin())) {
        await watch({ session, wire, client, order }, watched);
      }
      return { result: undefined, evidence: { count: watched.length, newest: [] } };
    });

    yield* closeImap(session, wire);
  };
}

interface Parts {
  wire: Wire;
  client: ImapClient;
}

interface Watching extends Parts {
  session: Session;
  order: WatchOrder;
}

async function watch(parts: Watching, watched: Watched[]): Promise<void> {
  const { session, wire, client, order } = parts;
  const began = performance.now();
  const searches = elsewhereAfterMs.map((ms) => began + ms);
  for (;;) {
    const isLast = performance.now() >= order.endsAt();
    for (const folder of watched) await lookInto(parts, folder);
    if (!order.found() && (isLast || performance.now() >= (searches[0] ?? Infinity))) {
      searches.shift();
      // Listed anew: a rule may have made the folder for this very letter.
      const folders = await wire.guard(client.folders());
      const others = folders.filter(({ path }) => watched.every((folder) => folder.path !== path));
      for (const folder of others.slice(0, mostFolders)) await search(parts, folder);
    }
    session.prolong();
    order.looked();
    if (isLast) return;
    const pause = pauseMs(performance.now() - began);
    await sleep(Math.max(0, Math.min(pause, order.endsAt() - performance.now())), undefined, {
      signal: session.signal,
    });
  }
}

/** Most letters take seconds; for one that does not come nobody needs to be asked every second. */
function pauseMs(waitedMs: number): number {
  return waitedMs < 10_000 ? 500 : waitedMs < 60_000 ? 2_000 : 5_000;
}

async function uidNextOf({ wire, client }: Parts, { path }: ImapFolder): Promise<number> {
  wire.forgetWords();
  const { uidNext } = await wire.guard(client.examine(path));
  if (uidNext !== undefined) return uidNext;
  throw new KnownFailure('protocol_error', 'The server does not say which UID comes next (UIDNEXT).');
}

async function lookInto(parts: Watching, folder: Watched): Promise<void> {
  const uidNext = await uidNextOf(parts, folder);
  // A server may skip millions of numbers; what came last is what is waited for.
  folder.next = Math.max(folder.next, uidNext - mostNew);
  while (folder.next < uidNext) {
    const last = Math.min(folder.next + inBatch, uidNext) - 1;
    await read(parts, folder, `${folder.next}:${last}`);
    folder.next = last + 1;
  }
}

/** In a folder that a rule may have moved the letter to; one that cannot be opened holds nothing of ours. */
async function search(parts: Watching, folder: ImapFolder): Promise<void> {
  const { wire, client, order, session } = parts;
  session.prolong();
  const found = new UidList();
  try {
    await wire.guard(client.examine(folder.path));
    wire.expectList({ form: 'search line', ids: found });
    await wire.guard(client.searchSubject(order.token));
  } catch (error) {
    if (wire.destroyed || session.signal.aborted) throw error;
    return;
  } finally {
    wire.endList();
  }
  const { newest } = found.ids;
  if (newest.length > 0) await read(parts, folder, newest.join(','));
}

async function read(
  { session, wire, client, order }: Watching,
  folder: ImapFolder,
  uids: string,
): Promise<void> {
  session.prolong();
  wire.expectList({ form: 'letters', octets: (inBatch + 1) * (seenOctets + 4_096), lines: 2_000 });
  const letters = await wire.guard(client.fetch(uids, { from: 0, octets: seenOctets }));
  wire.endList();
  for (const { uid, bytes } of letters) {
    const letter = { folder: folder.name, junk: folder.junk, raw: bytes };
    if (await withoutDeadline(session, order.take(letter)))
      order.removed(letter, await wire.guard(client.remove(folder.path, uid)));
  }
}
