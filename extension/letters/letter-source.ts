import { ConnectionTrouble } from '../../shared/connection-trouble.ts';
import type { Failure } from '../../shared/failure.ts';
import type { Id } from '../../shared/id.ts';
import { Refused } from '../../shared/refusal.ts';
import { daemon } from '../link/daemon.ts';

/** The letter as its server has it, to be saved and never shown; or why the server did not give it. Throws what a call throws. */
export async function letterSource(id: Id, signal: AbortSignal): Promise<Blob | Failure> {
  const client = await daemon();
  if (!client) throw new ConnectionTrouble('not_paired');
  const parts: Uint8Array<ArrayBuffer>[] = [];
  for await (const line of client.stream('lettersSource', { id }, signal)) {
    if (line.type === 'part') parts.push(octetsOf(line.base64));
    else if (line.type === 'whole') return new Blob(parts, { type: 'message/rfc822' });
    else if (line.type === 'refused') throw new Refused(line.refusal);
    else return line.failure;
  }
  // Half of a letter is none.
  throw new ConnectionTrouble('lost');
}

function octetsOf(base64: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}
