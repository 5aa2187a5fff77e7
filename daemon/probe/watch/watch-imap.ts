import { setTimeout as sleep } from 'node:timers/promises';
import type { ImapFolder } from '../imap-folder.ts';
import { closeImap, openImap } from '../imap-session.ts';
import { type Probe, stage, withoutDeadline } from '../session.ts';
import { idle } from './imap-idle.ts';
import { lookInto, search, stateIfAny, stateOf, type Watched, type Watching } from './imap-looks.ts';
import type { FoundLetter, WatchOrder } from './watch-order.ts';

/** Folders that are looked into beside INBOX and junk. */
const mostFolders = 100;
/** When, after the letter has left, the other folders are searched for it; and once more at the end. */
const elsewhereAfterMs = [5_000, 30_000];
/** No longer than this without a word: a router on the way forgets connections. */
const longestIdleMs = 60_000;
/** No longer than this is INBOX left for the other folders, of which each costs two round trips. */
const inboxAfterMs = 1_000;

/**
 * Waits in one session for a letter. Where the server tells what comes into INBOX (IDLE) nobody asks, and the junk folders,
 * which stay closed, are asked for their next UID; elsewhere all are opened again and again. Other folders are searched now
 * and then.
 */
export function watchImap(order: WatchOrder<FoundLetter>): Probe {
  return async function* (session) {
    const { wire, client } = yield* openImap(session);

    yield* stage(session, 'mailbox', async () => {
      const folders = await wire.guard(client.folders());
      const isInbox = ({ path }: ImapFolder): boolean => path.toUpperCase() === 'INBOX';
      const inbox = folders.find(isInbox) ?? { path: 'INBOX', name: 'INBOX', junk: false, own: false };
      const parts: Watching = { session, wire, client, order, open: undefined };
      const junk: Watched[] = [];
      for (const folder of folders.filter((each) => each.junk)) {
        const state = await stateIfAny(parts, folder);
        if (state) junk.push(known(folder, state));
      }
      const watched = { inbox: known(inbox, await stateOf(parts, inbox)), junk };

      if (await withoutDeadline(session, order.begin())) await watch(parts, watched);
      return { result: undefined, evidence: { count: junk.length + 1, newest: [] } };
    });

    yield* closeImap(session, wire);
  };
}

function known(folder: ImapFolder, { uidNext, uidValidity }: Awaited<ReturnType<typeof stateOf>>): Watched {
  return { ...folder, next: uidNext, uidValidity };
}

interface Folders {
  inbox: Watched;
  junk: readonly Watched[];
}

async function watch(parts: Watching, { inbox, junk }: Folders): Promise<void> {
  const { session, client, wire, order } = parts;
  const began = performance.now();
  const searches = elsewhereAfterMs.map((ms) => began + ms);
  let idles = client.capabilities().includes('IDLE');
  let news = true;
  for (;;) {
    const isLast = performance.now() >= order.endsAt();
    for (const folder of junk) {
      const found = idles && !isLast ? await changed(parts, folder) : { folder: true, open: false };
      news ||= found.open;
      if (found.folder) await lookInto(parts, folder);
    }
    if (!order.found() && (isLast || performance.now() >= (searches[0] ?? Infinity))) {
      searches.shift();
      await searchElsewhere(parts, { inbox, junk });
    }
    // Opened anew it shows what came while another folder was open.
    let isNew = !idles || news || isLast || parts.open !== inbox.path;
    // Once more where something was read: what comes in meanwhile is told to the library.
    while (isNew) isNew = await lookInto(parts, inbox);
    session.prolong();
    order.looked();
    if (isLast) return;
    const now = performance.now();
    const pause = idles && junk.length === 0 ? longestIdleMs : pauseMs(now - began);
    const next = Math.min(now + pause, order.endsAt(), order.found() ? Infinity : (searches[0] ?? Infinity));
    const forMs = Math.max(0, next - now);
    if (!idles) {
      await sleep(forMs, undefined, { signal: session.signal });
      continue;
    }
    const heard = await idle(session, wire, forMs);
    idles = heard !== 'refused';
    news = heard === 'news';
  }
}

/** Without opening it: whether there is something new in the folder, or in the one that is open. */
async function changed({ session, wire, client }: Watching, folder: Watched) {
  const told = await wire.guard(client.status(folder.path)).catch((error: unknown) => {
    if (wire.destroyed || session.signal.aborted) throw error;
    return undefined;
  });
  // Gone meanwhile: whoever opens it finds out.
  if (!told) return { folder: true, open: false };
  const { uidNext, uidValidity, news } = told;
  return { folder: uidNext !== folder.next || uidValidity !== folder.uidValidity, open: news };
}

async function searchElsewhere(parts: Watching, { inbox, junk }: Folders): Promise<void> {
  const { wire, client, order } = parts;
  const watched = [inbox, ...junk];
  // Listed anew: a rule may have made the folder for this very letter.
  const folders = await wire.guard(client.folders());
  // Some servers keep a copy of what they send for whoever sends it: that one never was on its way.
  const others = folders.filter(({ path, own }) => !own && watched.every((folder) => folder.path !== path));
  let looked = performance.now();
  for (const folder of others.slice(0, mostFolders)) {
    // It was found meanwhile, and the time for a copy of it is over.
    if (order.found() && performance.now() >= order.endsAt()) break;
    await search(parts, folder);
    if (performance.now() < looked + inboxAfterMs) continue;
    await lookInto(parts, inbox);
    looked = performance.now();
  }
  // What the server said of the open one meanwhile was told to the library.
  parts.open = undefined;
}

/** Most letters take seconds; for one that does not come nobody needs to be asked every second. */
function pauseMs(waitedMs: number): number {
  return waitedMs < 10_000 ? 500 : waitedMs < 60_000 ? 2_000 : 5_000;
}
