import type { ConnectionSettings } from '../../../shared/account.ts';
import { confirmationNeeded } from '../../../shared/unusual-address.ts';
import { fieldRefused } from '../refuse.ts';
import { texts } from '../texts.ts';

/**
 * Throws `Refused` for settings on this computer or at an unusual port that the person has not confirmed (security §5).
 * `place` is where they stand in the body.
 */
export function checkConfirmed(
  { server, port, allowAddress }: ConnectionSettings,
  place: 'connection' | 'account.connection',
): void {
  const why = allowAddress ? undefined : confirmationNeeded(server, port);
  if (why === undefined) return;
  const message = why === 'unusual_port' ? texts.unusualPort(port) : texts.thisComputer(server);
  throw fieldRefused(`${place}.allowAddress`, message);
}
