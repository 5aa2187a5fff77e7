import { wantsPassword } from '../addresses/accounts-address.ts';

/** Leads to where a new password is typed. */
export function focusPassword(): void {
  const field = document.querySelector<HTMLElement>('#field-password');
  field?.scrollIntoView({ block: 'center' });
  field?.focus();
}

/** The same, when the address of the record asks for it; the address then says so no more, for it is done. */
export function focusPasswordIfAsked(): void {
  if (!wantsPassword(location.hash)) return;
  history.replaceState(history.state, '', location.hash.split('?', 1)[0]);
  focusPassword();
}
