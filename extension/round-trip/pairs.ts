import type { Account } from '../../shared/account.ts';
import type { Id } from '../../shared/id.ts';
import { collator } from '../status/collator.ts';

/** The accounts that an address or the defaults name; each may be gone, or of another type. */
interface Wanted {
  from: Id | undefined;
  to: Id | undefined;
}

interface Defaults {
  send: Id | undefined;
  receive: Id | undefined;
}

/** Accounts that can send, by name. */
export function sendersOf(accounts: readonly Account[]): Account[] {
  return accounts.filter(isActive).filter(sends).toSorted(byName);
}

/** Accounts with a mailbox: those of the sender's own servers first, and of these the person's own. */
export function receiversOf(accounts: readonly Account[], sender: Account | undefined) {
  const all = accounts.filter(isActive).filter((account) => !sends(account));
  const isNear = (account: Account) => sender !== undefined && isFamily(sender, account);
  const isOwn = ({ connection }: Account) =>
    connection.username.toLowerCase() === sender?.connection.username.toLowerCase();
  const sorted = all.toSorted((one, two) => Number(isOwn(two)) - Number(isOwn(one)) || byName(one, two));
  return { near: sorted.filter(isNear), far: sorted.filter((account) => !isNear(account)) };
}

/** The pair that a person finds chosen: as the address says, else the defaults, else what fits together. */
export function chosenPair(accounts: readonly Account[], wanted: Wanted, defaults: Defaults) {
  const senders = sendersOf(accounts);
  const among = (list: readonly Account[], id: Id | undefined) => list.find((account) => account.id === id);
  const receivers = (sender: Account | undefined) => {
    const { near, far } = receiversOf(accounts, sender);
    return [...near, ...far];
  };
  const wantedTo = among(receivers(undefined), wanted.to);
  const usual =
    among(senders, defaults.send) ?? senders.find((each) => hasNear(accounts, each)) ?? senders[0];
  const ofMailbox = wantedTo && senders.find((each) => isFamily(each, wantedTo));
  const from = among(senders, wanted.from) ?? ofMailbox ?? usual;
  const offered = receivers(from);
  // Whoever names the sender alone means its own mailbox before any default.
  const own = wanted.from === undefined || !from ? undefined : receiversOf(accounts, from).near[0];
  const to = wantedTo ?? own ?? among(offered, defaults.receive) ?? offered[0];
  return { from, to };
}

function hasNear(accounts: readonly Account[], sender: Account): boolean {
  return receiversOf(accounts, sender).near.length > 0;
}

/** Servers of one house: `smtp.example.co.uk` and `imap.example.co.uk`. */
function isFamily(one: Account, two: Account): boolean {
  return familyOf(one.connection.server) === familyOf(two.connection.server);
}

function familyOf(server: string): string {
  const host = server.toLowerCase().replace(/\.$/, '');
  if (/^[\d.]+$|:/.test(host)) return host;
  const labels = /\.(?:ac|co|com|edu|gov|ne|net|or|org)\.[a-z]{2}$/.test(host) ? 3 : 2;
  return host.split('.').slice(-labels).join('.');
}

function isActive({ active }: Account): boolean {
  return active;
}

function sends({ connection }: Account): boolean {
  return connection.type === 'smtp';
}

function byName(one: Account, two: Account): number {
  return collator.compare(one.name, two.name);
}
