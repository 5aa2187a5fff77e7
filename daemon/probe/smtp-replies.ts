import { CodedFailure } from './known-failure.ts';
import type { Wire } from './wire/wire.ts';

/** One reply, its lines joined by `\n` (RFC 5321 §4.2). */
export async function readReply(wire: Wire): Promise<string> {
  const lines: string[] = [];
  do lines.push(await wire.readLine());
  while (/^\d{3}-/.test(lines.at(-1) ?? ''));
  return lines.join('\n');
}

/** The one code that says yes to this command. */
export async function readAccepted(wire: Wire, code: string): Promise<string> {
  const reply = await readReply(wire);
  if (!reply.startsWith(code))
    throw new CodedFailure('EREFUSED', 'The server refused the command.', { reply });
  return reply;
}
