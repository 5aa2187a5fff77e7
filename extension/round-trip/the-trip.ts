import { type ReadonlySignal, signal } from '@preact/signals';
import type { Account } from '../../shared/account.ts';
import { ConnectionTrouble } from '../../shared/connection-trouble.ts';
import type { Id } from '../../shared/id.ts';
import type { RoundTripEvent, RoundTripOrder } from '../../shared/round-trip.ts';
import { accounts } from '../state/accounts.ts';
import { daemon } from '../link/daemon.ts';
import { reconnect } from '../state/connection.ts';
import { sentenceOf } from '../state/sentence-of.ts';
import { keepTrip, keptTrip } from './kept-trip.ts';
import type { ShownTrip } from './shown-trip.ts';

const current = signal<ShownTrip | undefined>(undefined);

/** The one round trip of this page: it goes on, and stays to be looked at, while another room is shown. */
export const theTrip: ReadonlySignal<ShownTrip | undefined> = current;

type Begun = Pick<ShownTrip, 'from' | 'to' | 'cleanUp'>;

/** Begins one, unless one is under way; `order` names no account where its default is meant. */
export async function startTrip(begun: Begun, order: RoundTripOrder): Promise<void> {
  if (current.peek()?.cancel) return;
  const controller = new AbortController();
  const { signal: ended } = controller;
  let trip: ShownTrip = {
    ...begun,
    startedAt: performance.now(),
    events: [],
    cancel: () => controller.abort(),
  };
  const show = (change: Partial<ShownTrip>) => {
    trip = { ...trip, ...change };
    current.value = trip;
    keepTrip(trip);
  };
  show({});
  addEventListener('beforeunload', stay);
  try {
    const client = await daemon();
    if (!client) throw new ConnectionTrouble('not_paired');
    for await (const event of client.stream('lettersRoundTrip', order, ended)) show(seen(trip, event));
    if (!trip.broken && trip.events.at(-1)?.type !== 'finished')
      show({ broken: ended.aborted ? 'cancelled' : 'lost' });
  } catch (error) {
    if (error instanceof ConnectionTrouble && error.kind !== 'busy' && !ended.aborted) reconnect(error);
    // What the companion says no to before the first line never was a trip.
    const broken = ended.aborted ? 'cancelled' : trip.events.length === 0 ? 'refused' : 'lost';
    show({ broken, ...(broken === 'refused' && { trouble: sentenceOf(error) }) });
  }
  removeEventListener('beforeunload', stay);
  const { cancel: _over, ...rest } = trip;
  current.value = rest;
  keepTrip(rest);
}

/** Shows again what this tab showed before its page was loaded anew, unless there is a newer trip. */
export function restoreTrip(known: readonly Account[]): void {
  current.value ??= keptTrip(known);
}

function seen({ events }: ShownTrip, event: RoundTripEvent): Partial<ShownTrip> {
  if (event.type === 'refused') return { broken: 'refused', trouble: event.refusal.message };
  // Each look at the mailbox is told; the newest says it all.
  const kept = event.type === 'waiting' ? events.filter(({ type }) => type !== 'waiting') : events;
  return { events: [...kept, event], ...(event.type === 'begun' && pairOf(event)) };
}

/** The accounts that it goes between, as the companion says: a default may have changed since it was asked. */
function pairOf(begun: Record<'from' | 'to', Id>): Partial<Pick<ShownTrip, 'from' | 'to'>> {
  const known = accounts.peek()?.map(({ account }) => account);
  const from = known?.find(({ id }) => id === begun.from);
  const to = known?.find(({ id }) => id === begun.to);
  return { ...(from && { from }), ...(to && { to }) };
}

function stay(event: BeforeUnloadEvent): void {
  event.preventDefault();
}
