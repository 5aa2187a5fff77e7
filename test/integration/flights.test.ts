import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, inject, it } from 'vitest';
import type { AccountType } from '../../shared/account.ts';
import { type Proxy, proxy } from '../servers/proxy.ts';
import { smallUser } from '../servers/real/users.ts';
import { pem, walk } from '../walk.ts';

const { ca: caFile, ports } = inject('realServers');
const ca = pem(caFile);
const { username, password } = smallUser;
const run = promisify(execFile);

/** What the issue allows, and how a peer does the same work. */
const rows: [AccountType, number, number, string, (port: number) => [string, string[]]][] = [
  ['imap', ports.imaps, 6, 'curl', (port) => ['curl', curl(`imaps://localhost:${port}/INBOX?ALL`)]],
  [
    'pop3',
    ports.pop3s,
    5,
    'curl',
    (port) => ['curl', [...curl(`pop3s://localhost:${port}/`), '--request', 'UIDL']],
  ],
  ['smtp', ports.smtps, 5, 'swaks', (port) => ['swaks', swaks(port)]],
];

it.each(rows)(
  '%ss needs no more client flights than its peer, and at most the aim',
  async (type, port, aim, name, peer) => {
    const ours = await counted(port, async (through) => {
      const { verdict } = await walk(
        { type, security: 'ssl', port: through.port, username, password },
        { ca },
      );
      expect(verdict).toBe('passed');
    });
    const theirs = await counted(port, (through) => run(...peer(through.port)));
    console.log(`${type}s: ${ours} client flights after the TCP connect; ${name}: ${theirs}`);
    expect(ours).toBeLessThanOrEqual(aim);
    expect(ours).toBeLessThanOrEqual(theirs);
  },
);

/** Client flights of one run through a wire with 100 ms of round trip. */
async function counted(port: number, work: (through: Proxy) => Promise<unknown>): Promise<number> {
  await using through = await proxy({ port, delayMs: 50 });
  await work(through);
  return through.counts.clientFlights;
}

function curl(url: string): string[] {
  return ['--silent', '--ipv4', '--cacert', caFile, '--user', `${username}:${password}`, url];
}

/** swaks has no sender stage that sends nothing: QUIT after MAIL is the nearest. */
function swaks(port: number): string[] {
  const server = ['--server', '127.0.0.1', '--port', String(port), '--tls-on-connect'];
  const login = ['--auth', 'PLAIN', '--auth-user', username, '--auth-password', password];
  return [...server, ...login, '--from', 'small@mail.test', '--to', 'a@mail.test', '--quit-after', 'MAIL'];
}
