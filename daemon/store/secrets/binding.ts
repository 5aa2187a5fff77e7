import { createHash } from 'node:crypto';
import { isIP } from 'node:net';
import { domainToASCII } from 'node:url';
import { type ConnectionSettings, securityOf } from '../../../shared/account.ts';

/** What a password is bound to: where it is sent, as whom, and how the server proves itself (security §4). */
export type BoundSettings = Pick<
  ConnectionSettings,
  'type' | 'server' | 'port' | 'ssl' | 'tls' | 'insecure' | 'pin' | 'username'
>;

/** SHA-256 in base64url (43 characters): equal for settings that send the password to the same place in the same way. */
export function bindingOf(settings: BoundSettings): string {
  const { type, port, username } = settings;
  const parts = [
    'v1',
    type,
    hostOf(settings.server),
    port,
    securityOf(settings),
    trustOf(settings),
    username,
  ];
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64url');
}

/** Lower-case A-label without the final dot: the wire resolves the same name from it. */
function hostOf(server: string): string {
  const bare = server.replace(/\.$/, '').toLowerCase();
  // What is no host name stays as it is: as an empty string two of them would be one.
  return isIP(bare) ? bare : domainToASCII(bare) || bare;
}

/** As the wire decides: a pin stands before everything else. */
function trustOf({ pin, insecure }: BoundSettings): string {
  if (pin) return `pin:${pin}`;
  return insecure ? 'insecure' : 'verify';
}
