/** Asked before the address changes; the change goes on when it resolves with true. */
type AskToLeave = () => Promise<boolean>;

interface LeaveGuard {
  readonly holds: () => boolean;
  readonly ask: AskToLeave;
}

let guard: LeaveGuard | undefined;
/** Where this entry stands among those of the page: only so Back and a link are told apart. */
let here = placeOfFirst();
/** The next change of address is our own way back. */
let returning = false;

/** While `holds` says so, no link and no Back leads away without `ask`. Returns what takes the guard away. */
export function guardAddress(holds: () => boolean, ask: AskToLeave): () => void {
  const own = { holds, ask };
  guard = own;
  return () => {
    if (guard === own) guard = undefined;
  };
}

/**
 * True when this change of address has to wait for an answer; the entry before is shown again, and no listener
 * after this one hears of it. For the frame's own listener alone: it is the first on every page.
 */
export function isHeld(event: HashChangeEvent): boolean {
  if (returning) {
    returning = false;
    event.stopImmediatePropagation();
    return true;
  }
  const there = placeOf(history.state);
  if (!guard?.holds()) {
    here = there ?? here + 1;
    if (there === undefined) history.replaceState({ place: here }, '');
    return false;
  }
  event.stopImmediatePropagation();
  const steps = there === undefined || there === here ? 1 : there - here;
  const wanted = location.hash;
  returning = true;
  history.go(-steps);
  void goWhenAgreed(guard, there === undefined ? () => (location.hash = wanted) : () => history.go(steps));
  return true;
}

async function goWhenAgreed({ ask }: LeaveGuard, go: () => void): Promise<void> {
  if (await ask()) go();
}

function placeOfFirst(): number {
  const kept = placeOf(history.state) ?? 0;
  history.replaceState({ place: kept }, '');
  return kept;
}

function placeOf(state: unknown): number | undefined {
  if (typeof state !== 'object' || state === null || !('place' in state)) return undefined;
  return typeof state.place === 'number' ? state.place : undefined;
}
