import type { Account } from '../../shared/account.ts';
import { type BoundPart, movedParts } from '../../shared/endpoint-binding.ts';
import { connectionOf, type Draft } from './draft.ts';

/** Why a password must be typed: none is stored, or the stored one was typed for another endpoint. */
export type PasswordNeed = 'missing' | { readonly moved: readonly BoundPart[] };

/** Undefined while the stored password may be used (security §4). */
export function passwordNeed(draft: Draft, saved: Account | undefined): PasswordNeed | undefined {
  if (!saved?.hasPassword) return 'missing';
  const moved = movedParts(saved.connection, connectionOf(draft));
  return moved.length > 0 ? { moved } : undefined;
}
