import type { AccountForm } from '../../../shared/account.ts';
import { Refused } from '../../../shared/refusal.ts';
import { confirmationNeeded } from '../../probe/wire/address-guard.ts';

/** Throws `Refused` for an account on this computer or at an unusual port that the person has not confirmed (security §5). */
export function checkConfirmed({ connection }: AccountForm): void {
  const { server, port, allowAddress } = connection;
  const why = allowAddress ? undefined : confirmationNeeded(server, port);
  if (why === undefined) return;
  const message = `${why}: confirm that it is meant, or correct it.`;
  throw new Refused({ kind: 'invalid', message, fields: { 'account.connection.allowAddress': message } });
}
