import { type ConnectionSettings, securityOf } from './account.ts';
import { toBase64url } from './session/base64url.ts';
import { sha256 } from './session/digest.ts';
import { utf8 } from './session/web-crypto.ts';
import { URL } from './web-platform.ts';

/** What a password is bound to: where it is sent, as whom, and how the server proves itself (security §4). */
export type BoundSettings = Pick<
  ConnectionSettings,
  'type' | 'server' | 'port' | 'ssl' | 'tls' | 'insecure' | 'pin' | 'username'
>;

/** SHA-256 in base64url (43 characters): equal for settings that send the password to the same place in the same way. */
export async function endpointBinding(settings: BoundSettings): Promise<string> {
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
  return toBase64url(await sha256(utf8(JSON.stringify(parts))));
}

/** Lower-case A-label without the final dot: the wire resolves the same name from it. */
function hostOf(server: string): string {
  const bare = server.trim().replace(/\.$/, '').toLowerCase();
  // An address stays as it is spelled; so does what is no host name: as one empty text two of them would be one.
  if (bare.includes(':') || /^[\d.]+$/.test(bare)) return bare;
  try {
    return new URL(`http://${bare}`).hostname || bare;
  } catch {
    return bare;
  }
}

/** As the wire decides: a pin stands before everything else. */
function trustOf({ pin, insecure }: BoundSettings): string {
  if (pin) return `pin:${pin}`;
  return insecure ? 'insecure' : 'verify';
}
