import type { Account } from '../../shared/account.ts';
import { KeptTrip } from '../../shared/kept-trip.ts';
import type { ShownTrip } from './shown-trip.ts';

const name = 'round-trip';
/** A stream that breaks because its page goes away, before that page is told so, says nothing of the companion. */
const lostMs = 1_000;
let late: ReturnType<typeof setTimeout> | undefined;

/** Keeps in this tab, over a reload, what a trip has told so far: accounts by ID, and no setting of theirs. */
export function keepTrip(trip: ShownTrip): void {
  clearTimeout(late);
  if (trip.broken === 'lost') late = setTimeout(() => keep(trip), lostMs);
  else keep(trip);
}

function keep({ from, to, cleanUp, events, cancel, broken, trouble }: ShownTrip): void {
  const kept: KeptTrip = {
    from: from.id,
    to: to.id,
    cleanUp,
    events: [...events],
    over: !cancel,
    ...(broken && { broken }),
    ...(trouble !== undefined && { trouble }),
  };
  sessionStorage.setItem(name, JSON.stringify(kept));
}

/** The trip that this tab showed before its page was loaded anew; undefined where there was none, or an account is gone. */
export function keptTrip(accounts: readonly Account[]): ShownTrip | undefined {
  const { data } = KeptTrip.safeParse(parsed(sessionStorage.getItem(name)));
  if (!data) return undefined;
  const { from: fromId, to: toId, over, broken, trouble, ...rest } = data;
  const from = accounts.find(({ id }) => id === fromId);
  const to = accounts.find(({ id }) => id === toId);
  if (!from || !to) return undefined;
  // The companion ends a trip that nobody reads.
  const how = over ? broken : 'left';
  return {
    ...rest,
    from,
    to,
    startedAt: 0,
    ...(how && { broken: how }),
    ...(trouble !== undefined && { trouble }),
  };
}

function parsed(text: string | null): unknown {
  try {
    return JSON.parse(text ?? 'null');
  } catch {
    return undefined;
  }
}
