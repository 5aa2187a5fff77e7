import { expect, test } from 'vitest';
import type { Letter } from '../../shared/letter.ts';
import { letterServer } from '../letters/letter-server.ts';
import { commandLine, linePassword } from './command-line.ts';

const to = ['--to', 'Bob <bob@mail.test>', '--subject', 'A test'];

async function ground(options: Parameters<typeof letterServer>[0] = {}) {
  const server = await letterServer({ ...options, username: 'ada', password: linePassword });
  const { mailprobe } = await commandLine();
  const account = await mailprobe.add(server.running.port, ['--type=smtp', '--from=ada@mail.test']);
  return { ...server, mailprobe, account };
}

test('send --wait follows a letter from the input until it is sent', async () => {
  const { mailprobe, account, letters } = await ground();
  expect(await mailprobe(['properties', 'set', 'default.email.account.send', account])).toMatchObject({
    code: 0,
  });
  const { code, stdout, stderr } = await mailprobe(['send', ...to, '--wait'], 'Grüße\nfrom the pipe\n');
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toContain('Processed');
  expect(stdout).toMatch(/Queue id +4Z1/);
  expect(stdout).toMatch(/Account +\d{18}, the default one/);
  expect(stdout).toContain('Grüße\nfrom the pipe\n');
  expect(letters).toHaveLength(1);
});

test('send --json says under which id it is, and letters get shows it', async () => {
  const { mailprobe, account } = await ground();
  const [said] = (await mailprobe.json(['send', ...to, '--text', 'Hello', '--account', account])) as [
    { letterId: string; accountId: string; byDefault: boolean },
  ];
  expect(said).toMatchObject({ accountId: account, byDefault: false });
  await expect
    .poll(async () => ((await mailprobe.json(['letters', 'get', said.letterId])) as Letter[])[0]?.status)
    .toBe('Processed');
  const { stdout } = await mailprobe(['letters', 'get', said.letterId]);
  expect(stdout).toMatch(/Recipient +bob@mail.test: accepted, 250 2.1.5 Ok/);
  const again = await mailprobe(['letters', 'retry', said.letterId]);
  expect(again).toMatchObject({ code: 1, stdout: '' });
  expect(again.stderr).toContain('This letter was sent');
});

test('a letter that is refused ends with 1, one that waits can be given up', async () => {
  const recipients = {
    'bob@mail.test': '550 5.1.1 User unknown \x1b[2J',
    'cy@mail.test': '450 4.2.0 Greylisted',
  };
  const { mailprobe, account } = await ground({ recipients });
  const by = ['--account', account, '--text', 'Hello'];
  const refused = await mailprobe(['send', ...to, ...by, '--wait']);
  expect(refused).toMatchObject({ code: 1, stderr: '' });
  expect(refused.stdout).toContain('Failed');
  expect(refused.stdout).toContain('does not accept this recipient (recipient_rejected)');
  const greylisted = ['send', '--to', 'cy@mail.test', '--subject', '', ...by];
  const [{ letterId }] = (await mailprobe.json(greylisted)) as [{ letterId: string }];
  await expect
    .poll(async () => ((await mailprobe.json(['letters', 'get', letterId])) as Letter[])[0]?.attempts)
    .toBe(1);
  expect(await mailprobe(['letters', 'give-up', letterId])).toMatchObject({ code: 0 });
  const { stdout } = await mailprobe(['letters', 'get', letterId]);
  expect(stdout).toMatch(/Status +Failed/);
});

test('send --test says how long it is tried, another letter does not', async () => {
  const { mailprobe, account } = await ground({ recipients: { 'bob@mail.test': '450 4.2.0 Greylisted' } });
  const by = ['--account', account, '--text', 'Hello'];
  const got = async (more: string[]) => {
    const [{ letterId }] = (await mailprobe.json(['send', ...to, ...by, ...more])) as [{ letterId: string }];
    await expect
      .poll(async () => ((await mailprobe.json(['letters', 'get', letterId])) as Letter[])[0]?.attempts)
      .toBe(1);
    return (await mailprobe(['letters', 'get', letterId])).stdout;
  };
  expect(await got(['--test'])).toMatch(/Test letter +not tried after \d/);
  expect(await got([])).not.toContain('Test letter');
});

test('a letter that some have got and one has not ends with 1', async () => {
  const { mailprobe, account } = await ground({ recipients: { 'bob@mail.test': '550 5.1.1 User unknown' } });
  const both = ['send', '--to', 'bob@mail.test, cy@mail.test', '--subject', 'A test', '--text', 'Hello'];
  const { code, stdout } = await mailprobe([...both, '--account', account, '--wait']);
  expect(stdout).toContain('Processed');
  expect(stdout).toMatch(/Recipient +bob@mail.test: refused, 550 5.1.1 User unknown/);
  expect(stdout).toMatch(/Status +Processed, except 1/);
  expect((await mailprobe(['letters'])).stdout).toContain('  Processed, except 1  ');
  expect(stdout).toMatch(/Recipient +cy@mail.test: accepted/);
  expect(code).toBe(1);
});

test('while sending is off, send and retry say that the letter waits, and no time of a next try', async () => {
  const { mailprobe, account, letters } = await ground();
  await mailprobe(['properties', 'set', 'simple.email.smtp.active', 'off']);
  const sending = ['send', ...to, '--text', 'Hello', '--account', account];
  const { code, stdout } = await mailprobe(sending);
  expect(code).toBe(0);
  expect(stdout).toMatch(/^Letter \d{18} is recorded and waits: sending is switched off/);
  const [said] = (await mailprobe.json(sending)) as [{ letterId: string; hold: string }];
  expect(said.hold).toBe('sending_off');
  const retried = await mailprobe(['letters', 'retry', said.letterId]);
  expect(retried.stdout).toContain('is recorded and waits: sending is switched off');
  const got = (await mailprobe(['letters', 'get', said.letterId])).stdout;
  expect(got).toMatch(/Status +Ready: sending is switched off/);
  expect(got).not.toMatch(/Next try|Size/);
  expect(letters).toEqual([]);
});

test('a letter that is put off says so when its account is deleted, and its recipient was not refused when it is given up', async () => {
  const { mailprobe, account } = await ground({
    recipients: { 'bob@mail.test': '451 4.3.2 Try again later' },
  });
  const sending = ['send', ...to, '--text', 'Hello', '--account', account];
  const [{ letterId }] = (await mailprobe.json(sending)) as [{ letterId: string }];
  const get = async () => (await mailprobe(['letters', 'get', letterId])).stdout;
  await expect.poll(get).toMatch(/Attempts +1\n[^]*Next try +\d/);
  expect((await mailprobe(['accounts', 'delete', account, '--yes'])).code).toBe(0);
  expect(await get()).toMatch(/Status +Ready: its account is not there any more/);
  expect(await get()).not.toContain('Next try');
  await mailprobe(['letters', 'give-up', letterId]);
  expect(await get()).toMatch(/Recipient +bob@mail.test: not sent, 451 4.3.2 Try again later/);
  expect((await mailprobe(['letters', 'retry', letterId])).stderr).toContain('npx mailprobe send …');
});

test('an empty store has no letters yet, a condition may meet none', async () => {
  const { mailprobe } = await commandLine();
  expect((await mailprobe(['letters'])).stdout).toBe('There are no letters yet.\n');
  expect((await mailprobe(['letters', '--since', '1d'])).stdout).toBe('There is no such letter.\n');
});

test('without an account that can send, the property is named', async () => {
  const { mailprobe } = await commandLine();
  const { code, stderr } = await mailprobe(['send', ...to, '--text', 'Hello']);
  expect(code).toBe(2);
  expect(stderr).toContain('npx mailprobe properties set default.email.account.send ID');
  for (const [args, property] of [
    [['send', ...to, '--text', 'Hello'], 'send'],
    [['fetch'], 'receive'],
    [['roundtrip'], 'send'],
  ] as const) {
    const asked = await mailprobe([...args, '--json']);
    expect(asked).toMatchObject({ code: 2, stdout: '' });
    expect(JSON.parse(asked.stderr)).toEqual({
      refused: 'invalid',
      sentences: [
        expect.stringContaining(`default.email.account.${property}`),
        `This helps: npx mailprobe properties set default.email.account.${property} ID`,
      ],
    });
  }
});

test.each([
  [['--to', 'bob', '--subject', 'x'], '--to: “bob” is not an email address'],
  [['--to', 'bob@mail.test'], '--subject is missing.'],
  [['--to', 'bob@mail.test', '--subject', 'a\r\nBcc: eve@mail.test'], '--subject: Subject must be one line'],
  [[...to, '--account', '12'], '--account: "12" is no id'],
])('wrong usage is said before anything is sent: %j', async (args, sentence) => {
  const { mailprobe } = await commandLine();
  const { code, stdout, stderr } = await mailprobe(['send', ...args]);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toContain(sentence);
});
