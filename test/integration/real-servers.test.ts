import { describe, expect, inject, test } from 'vitest';
import { badHosts, hosts } from '../servers/real/hosts.ts';
import { bigUser, messageIdsOf, smallUser, users, type MailUser } from '../servers/real/users.ts';
import { runProgram, type ProgramResult } from '../servers/run-program.ts';
import { tlsSession } from '../servers/tls-session.ts';

const { ca, ports } = inject('realServers');

const curl = (url: string, user: MailUser, ...args: string[]): Promise<ProgramResult> => {
  const login = ['--user', `${user.username}:${user.password}`];
  return runProgram('curl', '-sS', '--max-time', '10', '--cacert', ca, ...login, ...args, url);
};

const services = [
  ['imaps', ports.imaps, []],
  ['pop3s', ports.pop3s, []],
  ['smtps', ports.smtps, ['-X', 'NOOP']],
  ['imap', ports.imap, ['--ssl-reqd']],
  ['pop3', ports.pop3, ['--ssl-reqd']],
  ['smtp', ports.submission, ['--ssl-reqd', '-X', 'NOOP']],
] as const;

describe.each(users)('$username with the password $password', (user) => {
  test.each(services)('logs in to %s', async (scheme, port, args) => {
    expect(await curl(`${scheme}://localhost:${port}/`, user, ...args)).toMatchObject({ exitCode: 0 });
  });
});

describe.each(services)('%s', (scheme, port, args) => {
  test('refuses a wrong password', async () => {
    const stranger = { ...smallUser, password: 'wrong' };
    expect(await curl(`${scheme}://localhost:${port}/`, stranger, ...args)).toMatchObject({ exitCode: 67 });
  });

  test.each(badHosts)('shows a certificate that is refused: %s', async (name) => {
    const result = await curl(`${scheme}://${hosts[name]}:${port}/`, smallUser, ...args);
    expect(result).toMatchObject({ exitCode: 60 });
  });
});

describe.each([smallUser, bigUser])('the mailbox of $username', (user) => {
  test('has the UIDs that the table says', async () => {
    const login = `1 LOGIN ${user.username} ${user.password}`;
    const said = await tlsSession(ports.imaps, ca, login, '2 EXAMINE INBOX', '3 UID SEARCH ALL', '4 LOGOUT');
    expect(/^\* SEARCH (.*)\r$/m.exec(said)?.[1]?.split(' ')).toEqual(messageIdsOf(user, 'imap'));
  });

  test('has the UIDLs that the table says', async () => {
    const login = [`USER ${user.username}`, `PASS ${user.password}`];
    const said = await tlsSession(ports.pop3s, ca, ...login, 'UIDL', 'QUIT');
    expect(said.match(/(?<=^\d+ )\w+/gm)).toEqual(messageIdsOf(user, 'pop3'));
  });
});

test('AUTH in plain text is offered on one port, and on another none at all', async () => {
  const ehlo = async (port: number): Promise<string> =>
    (await runProgram('swaks', '--server', '127.0.0.1', '--port', String(port), '--quit-after', 'EHLO'))
      .output;
  expect(await ehlo(ports.smtp)).toMatch(/250.AUTH PLAIN LOGIN/);
  expect(await ehlo(ports.submission)).toMatch(/250.STARTTLS/);
  expect(await ehlo(ports.submission)).not.toMatch(/250.AUTH/);
  expect(await ehlo(ports.smtpWithoutAuth)).not.toMatch(/250.AUTH/);
});
