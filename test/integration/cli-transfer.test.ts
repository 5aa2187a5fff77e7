import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  lstatSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { routes } from '../../shared/routes.ts';
import { runningDaemon } from '../api/running-daemon.ts';
import { daemonProcess } from '../daemon-process.ts';
import { filesIn, findLeaks } from '../leaks/find-leaks.ts';
import { needlesOf } from '../leaks/needles.ts';
import { run } from './cli-process.ts';

const header = 'id,name,type,server,username,port,ssl,tls';

test('accounts are exported, changed in the file, and imported again', async () => {
  const { mailprobe, folder } = await commandLine();
  const id = await mailprobe.add('Office');
  const file = join(folder, 'accounts.csv');
  expect(await mailprobe(['accounts', 'export', file])).toMatchObject({
    code: 0,
    stdout: `Exported: 1 to ${file}, without passwords.\n`,
  });
  const text = readFileSync(file, 'utf8');
  expect(text).toMatch(/^\uFEFF"id","name","type",/);
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(await mailprobe(['accounts', 'export', file])).toMatchObject({ code: 2, stdout: '' });
  expect((await mailprobe(['accounts', 'export', file, '--yes'])).code).toBe(0);

  const same = await mailprobe(['accounts', 'import', file]);
  expect(same.stdout).toContain('1 same.');
  expect(same.stdout).toContain('Imported: 0 of 0.');
  expect(same.code).toBe(0);

  writeFileSync(file, text.replace('"Office"', '"Home"'));
  const dry = await mailprobe(['accounts', 'import', file, '--dry-run']);
  expect(dry).toMatchObject({ code: 0, stderr: '' });
  expect(dry.stdout).toMatch(/^Line 2 +changes +Home\n +Name: Office → Home$/m);
  expect(await mailprobe.names()).toEqual(['Office']);
  expect((await mailprobe(['accounts', 'import', file])).stdout).toMatch(
    new RegExp(`^Line 2 +imported +${id}$`, 'm'),
  );
  expect(await mailprobe.names()).toEqual(['Home']);
});

test('an export over a file that others may read, or over a link, is for its owner alone', async () => {
  const { mailprobe, folder } = await commandLine();
  await mailprobe.add('Office');
  const [loose, linked, target] = ['loose.csv', 'linked.csv', 'target.csv'].map((name) =>
    join(folder, name),
  ) as [string, string, string];
  for (const file of [loose, target]) writeFileSync(file, 'of others', { mode: 0o644 });
  symlinkSync(target, linked);
  for (const file of [loose, linked]) {
    expect(await mailprobe(['accounts', 'export', file, '--yes'])).toMatchObject({ code: 0, stderr: '' });
    expect(lstatSync(file).mode & 0o170777).toBe(0o100600);
    expect(readFileSync(file, 'utf8')).toContain('Office');
  }
  expect(readFileSync(target, 'utf8')).toBe('of others');
  expect(readdirSync(folder).filter((name) => name.endsWith('.new'))).toEqual([]);
});

test('the export without a file is the document alone, in both formats', async () => {
  const { mailprobe } = await commandLine();
  await mailprobe.add('=Office');
  const json = await mailprobe(['accounts', 'export']);
  expect(JSON.parse(json.stdout)).toMatchObject({
    mailprobe: 1,
    accounts: [{ name: '=Office', type: 'imap' }],
  });
  expect(json.stdout).not.toMatch(/password/i);
  const csv = await mailprobe(['accounts', 'export', '--format', 'CSV']);
  expect(csv.stdout).toContain(`"'=Office"`);
  expect(await mailprobe(['accounts', 'export', '--format', 'xml'])).toMatchObject({ code: 2 });
});

test('new, changed, refused and unconfirmed rows are told, and only those that may be are written', async () => {
  const { mailprobe, folder } = await commandLine();
  const id = await mailprobe.add('Office');
  const file = join(folder, 'mixed.csv');
  const lines = [
    header,
    ',Support,imap,imap.acme.example,support,993,yes,no',
    `${id},Office,imap,mail.acme.example,ada,993,yes,no`,
    ',Bad,imap,imaps://acme.example,bad,993,yes,no',
    ',Plain,pop3,pop.acme.example,plain,110,no,no',
    ',Support,imap,imap.acme.example,support,993,yes,no',
  ];
  writeFileSync(file, lines.join('\n'));
  // A stored password would go: that wants a yes.
  expect(await mailprobe(['accounts', 'import', file])).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('--yes'),
  });
  expect(await mailprobe.names()).toEqual(['Office']);

  const { code, stdout } = await mailprobe(['accounts', 'import', file, '--yes']);
  expect(code).toBe(1);
  for (const words of [
    /Line 4 +refused +Bad\n +Server is a host name alone/,
    /Server: 127\.0\.0\.1 → mail\.acme\.example\n/,
    /The stored password is removed/,
    /Line 5 +new +Plain\n +Plain text: left out unless --allow-plain confirms it\./,
    /Line 6 +duplicate +Support\n +The same account as line 2\./,
    /2 new, 1 changes, 1 refused, 1 duplicate\./,
    /Imported: 2 of 2\./,
  ])
    expect(stdout).toMatch(words);
  const listed = await mailprobe.accounts();
  expect(listed.map(({ name, hasPassword }) => [name, hasPassword])).toEqual([
    ['Office', false],
    ['Support', false],
  ]);
  const again = await mailprobe(['accounts', 'import', file, '--allow-plain', '--json']);
  expect(again.code).toBe(1);
  const { rows } = JSON.parse(again.stdout) as { rows: { what: string; outcome?: string }[] };
  expect(rows.map(({ what, outcome }) => [what, outcome])).toEqual([
    ['same', undefined],
    ['same', undefined],
    ['refused', undefined],
    ['new', 'imported'],
    ['duplicate', undefined],
  ]);
});

describe('a file that holds no accounts', () => {
  test.each([
    ['nothing.csv', '', /is empty/],
    ['headless.csv', 'Office,imap,a.example,ada,hunter2', /its first line has to name the columns/],
    ['broken.json', '{"mailprobe":1', /is no sound JSON/],
    ['quotes.csv', `${header}\n,"Office`, /line 2: a quotation mark/],
  ])('%s is refused with why', async (name, text, why) => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, name), text);
    const { code, stdout, stderr } = await run(['accounts', 'import', join(folder, name)]);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(why);
    expect(stderr).not.toContain('hunter2');
  });

  test('one that is not there, a folder and a device are wrong usage', async () => {
    const folder = temporaryFolder();
    symlinkSync('/dev/zero', join(folder, 'endless'));
    for (const [name, why] of [
      ['missing.csv', /no such file/],
      ['.', /is no file/],
      ['endless', /is no file/],
    ] as const) {
      const { code, stderr } = await run(['accounts', 'import', join(folder, name)]);
      expect(code).toBe(2);
      expect(stderr).toMatch(why);
    }
  });
});

test('a password in a file is nowhere afterwards', async () => {
  await using daemon = await daemonProcess();
  await daemon.pairingCode();
  const folder = temporaryFolder();
  const [password, control] = [
    `Secret-&${randomBytes(9).toString('hex')} "x"`,
    randomBytes(9).toString('hex'),
  ];
  const file = join(folder, 'passwords.csv');
  writeFileSync(
    file,
    `name,type,server,username,password,port\n${control},imap,a.example,ada,"${password.replaceAll('"', '""')}",no\n${control},imap,b.example,ada,"${password.replaceAll('"', '""')}",993`,
  );
  const results = [];
  for (const more of [[], ['--json'], ['--dry-run']])
    results.push(await run(['accounts', 'import', file, '--data-dir', daemon.directory, ...more]));
  expect(results[0]).toMatchObject({ code: 1, stderr: '' });
  expect(results[0]?.stdout).toContain('Passwords are not imported');
  const left = [
    ...results.map(({ stdout, stderr }, at) => [`output ${at}`, stdout + stderr] as const),
    ...filesIn(daemon.directory),
    ['terminal of the daemon', daemon.output] as const,
  ];
  const controls = findLeaks(left, new Map([[control, 'control']]));
  expect(controls).toEqual(
    expect.arrayContaining(['output 0: control', 'output 1: control', 'mailprobe.db-wal: control']),
  );
  expect(findLeaks(left, needlesOf(password))).toEqual([]);
});

test('a file that cannot be written is said', async () => {
  const { mailprobe, folder } = await commandLine();
  const { code, stderr } = await mailprobe(['accounts', 'export', join(folder, 'no such folder', 'a.json')]);
  expect(code).toBe(1);
  expect(stderr).toContain('cannot be written (no such file or folder)');
});

function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'mailprobe-transfer-'));
  chmodSync(folder, 0o700);
  return folder;
}

async function commandLine() {
  const daemon = await runningDaemon();
  const mailprobe = (args: readonly string[], input = '') =>
    run([...args, '--data-dir', daemon.directory], { input });
  const accounts = async () => {
    const { stdout } = await mailprobe(['accounts', '--json']);
    return routes.accountsList.reply.parse(JSON.parse(stdout)).accounts.map(({ account }) => account);
  };
  const names = async () => (await accounts()).map(({ name }) => name);
  const add = async (name: string): Promise<string> => {
    const fields = [`--name=${name}`, '--type=imap', '--server=127.0.0.1', '--user=ada', '--ssl'];
    const { stdout } = await mailprobe(
      ['accounts', 'add', ...fields, '--allow-address', '--password-stdin'],
      'secret',
    );
    return /\d{18}/.exec(stdout)?.[0] ?? '';
  };
  return { folder: temporaryFolder(), mailprobe: Object.assign(mailprobe, { accounts, names, add }) };
}
