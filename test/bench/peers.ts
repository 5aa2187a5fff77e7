import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { AccountType } from '../../shared/account.ts';
import type { MailUser } from '../servers/real/users.ts';

const run = promisify(execFile);

/** A well-known program that does the same work over implicit TLS. */
export interface Peer {
  name: string;
  run(port: number, user: MailUser, caFile: string): Promise<unknown>;
}

export const peers: Record<AccountType, Peer> = {
  imap: { name: 'curl', run: (port, ...rest) => curl(`imaps://localhost:${port}/INBOX?ALL`, [], ...rest) },
  pop3: {
    name: 'curl',
    run: (port, ...rest) => curl(`pop3s://localhost:${port}/`, ['--request', 'UIDL'], ...rest),
  },
  // swaks has no sender stage that sends nothing: QUIT after MAIL is the nearest.
  smtp: { name: 'swaks', run: (port, user) => run('swaks', swaks(port, user)) },
};

function curl(
  url: string,
  more: string[],
  { username, password }: MailUser,
  caFile: string,
): Promise<unknown> {
  return run('curl', [
    '--silent',
    '--ipv4',
    '--cacert',
    caFile,
    '--user',
    `${username}:${password}`,
    ...more,
    url,
  ]);
}

function swaks(port: number, { username, password }: MailUser): string[] {
  const server = ['--server', '127.0.0.1', '--port', String(port), '--tls-on-connect'];
  const login = ['--auth', 'PLAIN', '--auth-user', username, '--auth-password', password];
  return [...server, ...login, '--from', 'small@mail.test', '--to', 'a@mail.test', '--quit-after', 'MAIL'];
}
