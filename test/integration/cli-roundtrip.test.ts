import { expect, inject, test } from 'vitest';
import { RoundTripEvent } from '../../shared/round-trip.ts';
import { addressOf, mailboxOf, sender } from '../servers/real/fates.ts';
import type { MailUser } from '../servers/real/users.ts';
import { commandLine } from './command-line.ts';

const { ports } = inject('realServers');

/** A command line whose default accounts are the sender and the mailbox of `inbox`. */
async function readyToTravel() {
  const { mailprobe } = await commandLine();
  const add = async (type: 'smtp' | 'imap', { username, password }: MailUser): Promise<string> => {
    const where = [`--type=${type}`, '--server=127.0.0.1', `--port=${ports[type]}`, `--user=${username}`];
    const sends = type === 'smtp' ? [`--from=${sender.username}`] : [];
    const yes = ['--plain', '--allow-plain', '--allow-address', '--password-stdin'];
    const { stdout, stderr } = await mailprobe(
      ['accounts', 'add', `--name=${type} ${username}`, ...where, ...sends, ...yes],
      password,
    );
    expect(stderr).toBe('');
    return /\d{18}/.exec(stdout)?.[0] ?? '';
  };
  const [send, receive] = [await add('smtp', sender), await add('imap', mailboxOf('inbox'))];
  await mailprobe(['properties', 'set', 'default.email.account.send', send]);
  await mailprobe(['properties', 'set', 'default.email.account.receive', receive]);
  return { mailprobe, send, receive, add };
}

test('the default accounts, one command: where the letter arrived, by which way, and how it was judged', async () => {
  const { mailprobe } = await readyToTravel();
  const { code, stdout, stderr } = await mailprobe(['roundtrip', '--clean-up']);
  expect({ code, stderr }, stdout).toEqual({ code: 0, stderr: '' });
  for (const words of [
    /^To inbox@fate\.test, at most 120 s\.$/m,
    /^✓ Accepted by the sending server after .*, which calls it \w+$/m,
    /^✓ Arrived in INBOX after /m,
    /^✓ Deleted again from INBOX$/m,
    /^It arrived in INBOX after [\d.]+ s\.$/m,
    /^ +\+\d+ s {2}mx\.fate\.test \(ESMTP\)$/m,
    /^By +mx\.fate\.test$/m,
    /^DMARC +pass header\.from=fate\.test: SPF or DKIM vouches for the domain in From\.$/m,
  ])
    expect(stdout).toMatch(words);
});

test('named accounts, for programs: every event on a line of its own', async () => {
  const { mailprobe, send, receive } = await readyToTravel();
  const lines = await mailprobe.json(['roundtrip', '--from', send, '--to', receive]);
  const events = lines.map((line) => RoundTripEvent.parse(line));
  expect(events[0]).toMatchObject({ type: 'begun', from: send, fromByDefault: false, to: receive });
  expect(events.at(-1)).toMatchObject({ type: 'finished', fate: 'arrived', copies: 1 });
});

test('a letter that does not come is 1, with how far it got; so is one that is refused, with the cause', async () => {
  const { mailprobe, add } = await readyToTravel();
  const reports = await add('imap', sender);
  const held = await mailprobe(['roundtrip', '--recipient', addressOf('held'), '--timeout', '5']);
  expect(held).toMatchObject({ code: 1, stderr: '' });
  expect(held.stdout).toMatch(
    /^It did not arrive within 5\.\d s\.\nThe sending server accepted it, and calls it \w+\. [^]*Ask whoever runs the sending server/m,
  );
  expect(held.stdout).toContain(
    'Look into the mailbox of sender@fate.test: a report that it came back goes there.',
  );
  expect(held.stdout).toContain(`npx mailprobe fetch ${reports}`);
  const refused = await mailprobe(['roundtrip', '--recipient', addressOf('refused')]);
  expect(refused).toMatchObject({ code: 1, stderr: '' });
  expect(refused.stdout).toMatch(
    /The sending server refused it\.\nIt was not taken, so nothing was sent\.[^]*✕ Letter not taken: [^]*No such mailbox here/,
  );
});

test('what cannot begin says why: no account, no address, sending switched off, other recipients', async () => {
  const { mailprobe } = await commandLine();
  const { code, stderr } = await mailprobe(['roundtrip']);
  expect(code).toBe(2);
  expect(stderr).toContain('default.email.account.send');
  expect(await mailprobe(['roundtrip', '--timeout', '4'])).toMatchObject({ code: 2 });

  const ready = await readyToTravel();
  const says = async (args: string[], words: string) =>
    expect((await ready.mailprobe(['roundtrip', ...args])).stderr).toContain(words);
  await says(['--recipient', 'nobody'], '“nobody” is no email address');
  await ready.mailprobe(['properties', 'set', 'simple.email.test.user', 'else@fate.test']);
  await says([], 'inbox@fate.test is none of them');
  await ready.mailprobe(['properties', 'set', 'simple.email.smtp.active', 'false']);
  await says([], 'Sending is switched off');
});
