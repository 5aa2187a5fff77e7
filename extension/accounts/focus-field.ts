import { wantedField } from '../addresses/accounts-address.ts';

/** Leads to where a new password is typed. */
export function focusPassword(): void {
  const field = fieldOf('password');
  field?.scrollIntoView({ block: 'center' });
  field?.focus();
}

/** Where one begins in a record that has just opened: what its address asks for, which then says so no more, or Name when it is new. */
export function focusFirst(isNew: boolean): void {
  const wanted = wantedField(location.hash);
  if (wanted) history.replaceState(history.state, '', location.hash.split('?', 1)[0]);
  if (wanted === 'password') return focusPassword();
  if (!wanted && !isNew) return;
  // What led here may stand far down in the page before this one.
  scrollTo(0, 0);
  fieldOf('name')?.focus({ preventScroll: true });
}

/** Gives the focus to a field when what had it is gone; wherever it went meanwhile, it stays. */
export function focusIfLost(name: string): void {
  if (document.activeElement === document.body) fieldOf(name)?.focus();
}

function fieldOf(name: string): HTMLElement | null {
  return document.querySelector<HTMLElement>(`#field-${name}`);
}
