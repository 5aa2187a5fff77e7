import type { Id } from '../../shared/id.ts';

let handed: { readonly like: Id; readonly password: string } | undefined;

/** Keeps a password that was typed into one record for the new one that matches it, which is opened next. */
export function handPassword(like: Id, password: string): void {
  handed = { like, password };
}

/** Given once, and to that record alone; each record that opens asks, so that none stays behind. Empty: none. */
export function takePassword(like: Id | undefined): string {
  const password = handed?.like === like ? handed?.password : undefined;
  handed = undefined;
  return password ?? '';
}
