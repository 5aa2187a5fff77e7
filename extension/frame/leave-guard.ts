/** Asked before the address changes; the change goes on when it resolves with true. */
type AskToLeave = () => Promise<boolean>;

interface LeaveGuard {
  readonly holds: () => boolean;
  readonly ask: AskToLeave;
}

let guard: LeaveGuard | undefined;

/** While `holds` says so, no link and no Back leads away without `ask`. Returns what takes the guard away. */
export function guardAddress(holds: () => boolean, ask: AskToLeave): () => void {
  const own = { holds, ask };
  guard = own;
  return () => {
    if (guard === own) guard = undefined;
  };
}

/**
 * True when this change of address has to wait for an answer; the address is as before, and no listener
 * after this one hears of it. For the frame's own listener alone: it is the first on every page.
 */
export function isHeld(event: HashChangeEvent): boolean {
  if (!guard?.holds()) return false;
  event.stopImmediatePropagation();
  const wanted = location.hash;
  history.pushState(null, '', event.oldURL);
  void goWhenAgreed(guard, wanted);
  return true;
}

async function goWhenAgreed({ ask }: LeaveGuard, wanted: string): Promise<void> {
  if (await ask()) location.hash = wanted;
}
