import { readFileSync } from 'node:fs';
import { buffer } from 'node:stream/consumers';
import { connect } from 'node:tls';

/**
 * Says all lines at once, the last of them a goodbye, and gives what the server said until it ended. For what
 * curl cannot show: it loses parts of a line above 64 kB.
 */
export async function tlsSession(port: number, caFile: string, ...lines: string[]): Promise<string> {
  const client = connect({ port, host: 'localhost', ca: readFileSync(caFile) });
  client.write(lines.map((line) => `${line}\r\n`).join(''));
  return (await buffer(client)).toString();
}
