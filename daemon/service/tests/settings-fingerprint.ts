import { createHash } from 'node:crypto';
import type { ConnectionSettings } from '../../../shared/account.ts';

/** Equal for settings that a test sees as the same; `debug` only changes what is written about it. */
export function settingsFingerprint(settings: ConnectionSettings): string {
  const { type, server, port, username, from, ssl, tls, insecure, allowPlain, allowAddress, pin } = settings;
  const sender = type === 'smtp' ? (from ?? '') : '';
  const seen = [type, server, port, username, sender, ssl, tls, insecure, allowPlain, allowAddress, pin];
  return createHash('sha256').update(JSON.stringify(seen)).digest('base64url');
}
