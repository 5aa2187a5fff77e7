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
  const { type, host, port, security, trust, username } = boundParts(settings);
  const parts = ['v1', type, host, port, security, trust, username];
  return toBase64url(await sha256(utf8(JSON.stringify(parts))));
}

/** The parts in which two settings differ as far as a password is bound to them; none when it may stay. */
export function movedParts(from: BoundSettings, to: BoundSettings): BoundPart[] {
  const [before, after] = [boundParts(from), boundParts(to)];
  return boundPartNames.filter((part) => before[part] !== after[part]);
}

const boundPartNames = ['type', 'host', 'port', 'security', 'trust', 'username'] as const;
export type BoundPart = (typeof boundPartNames)[number];

function boundParts(settings: BoundSettings): Record<BoundPart, string | number> {
  const { type, server, port, username } = settings;
  return {
    type,
    host: hostOf(server),
    port,
    security: securityOf(settings),
    trust: trustOf(settings),
    username,
  };
}

/** A host name as others are compared with it: lower-case A-label without the final dot: the wire resolves the same name from it. */
export function hostOf(server: string): string {
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
