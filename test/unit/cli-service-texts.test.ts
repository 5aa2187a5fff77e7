import { expect, test } from 'vitest';
import { CommandFailure } from '../../daemon/cli/command-failure.ts';
import { launchdAgent } from '../../daemon/cli/service/launchd-agent.ts';
import { type ServiceFacts, servicePlan } from '../../daemon/cli/service/service-plan.ts';
import { systemdUnit } from '../../daemon/cli/service/systemd-unit.ts';
import { windowsTask } from '../../daemon/cli/service/windows-task.ts';

const plain = { node: '/usr/bin/node', launcher: '/opt/mailprobe/mailprobe.mjs', args: ['start'] };
const odd = `/home/o'Hara & "Söhne"/100% $HOME \\ <x>`;
const facts: ServiceFacts = {
  platform: 'linux',
  home: '/home/ada',
  user: 'ada',
  uid: 1000,
  dataDirectory: '/home/ada/data',
};

test('a unit names absolute paths, hides stdout, and is wanted at login', () => {
  const unit = systemdUnit(plain);
  expect(unit).toContain('ExecStart=:/usr/bin/node /opt/mailprobe/mailprobe.mjs start\n');
  expect(unit).toContain('StandardOutput=null\n');
  expect(unit).toContain('WantedBy=default.target\n');
  // Nothing of the shell that installs it: what glibc is to do, and no more.
  expect(unit.match(/.*Environment.*/g)).toEqual([
    'Environment=MALLOC_ARENA_MAX=1 MALLOC_TRIM_THRESHOLD_=131072',
  ]);
});

test.each([
  ['blanks', '/a b', '"/a b"'],
  ['percent', '/100%', '/100%%'],
  ['a dollar', '/$HOME', '"/$HOME"'],
  ['double quotes', '/a"b', String.raw`"/a\"b"`],
  ['single quotes', "/a'b", `"/a'b"`],
  ['a backslash', String.raw`/a\b`, String.raw`"/a\\b"`],
  ['a semicolon', ';', '";"'],
  ['other letters', '/ö', '"/ö"'],
])('a unit takes %s in an argument', (_what, path, word) => {
  const unit = systemdUnit({ ...plain, args: ['start', '--data-dir', path] });
  expect(unit).toContain(`start --data-dir ${word}\n`);
});

test("a program's path with quotes goes by the shell, as its own word", () => {
  const unit = systemdUnit({ ...plain, node: `/o'Hara/node` });
  expect(unit).toContain(
    String.raw`ExecStart=:/bin/sh -c "exec \"$0\" \"$@\"" "/o'Hara/node" /opt/mailprobe/mailprobe.mjs start`,
  );
});

test('an agent holds every word as XML text', () => {
  const agent = launchdAgent({ ...plain, args: ['start', '--data-dir', odd] });
  expect(agent).toContain(
    '<string>/home/o&apos;Hara &amp; &quot;Söhne&quot;/100% $HOME \\ &lt;x&gt;</string>',
  );
  expect(agent.match(/<string>/g)).toHaveLength(9);
  expect(agent).not.toContain('EnvironmentVariables');
});

test.each([
  ['a plain path', String.raw`C:\node.exe`, String.raw`'C:\node.exe'`],
  ['blanks', String.raw`C:\Program Files\node.exe`, String.raw`'C:\Program Files\node.exe'`],
  ['single quotes', String.raw`C:\o'Hara`, String.raw`'C:\o&apos;&apos;Hara'`],
  ['typographic quotes', 'C:\\o’Hara', "'C:\\o’’Hara'"],
  ['percent', String.raw`C:\%TEMP%`, String.raw`('C:\' + [char]37 + 'TEMP' + [char]37)`],
  ['a dollar', String.raw`C:\$(Arg0)`, String.raw`('C:\' + [char]36 + '(Arg0)')`],
  ['percent first', '%a', "('' + [char]37 + 'a')"],
  ['an ampersand', String.raw`C:\a&b`, String.raw`'C:\a&amp;b'`],
])('a task takes %s', (_what, path, word) => {
  const task = windowsTask({ node: path, launcher: 'x', args: ['start'] }, 'PC\\ada');
  const written = word.replaceAll("'", '&apos;');
  expect(task).toContain(`-Command &quot;&amp; ${written} x start &gt; $null; exit $LASTEXITCODE&quot;<`);
});

test('a task runs with the rights of its person, at the logon of no other', () => {
  const task = windowsTask(plain, 'PC\\a&b');
  expect(task.match(/<UserId>PC\\a&amp;b<\/UserId>/g)).toHaveLength(2);
  expect(task).toContain('<RunLevel>LeastPrivilege</RunLevel>');
});

test.each([
  ['linux', '/home/ada/.config/systemd/user/mailprobe.service'],
  ['darwin', '/home/ada/Library/LaunchAgents/mailprobe.daemon.plist'],
  ['win32', '/home/ada/data/service-task.xml'],
] as const)('on %s the file is %s', (platform, path) => {
  const plan = servicePlan(plain, { ...facts, platform });
  expect(plan.path).toBe(path);
  expect(plan.install.length).toBeGreaterThan(0);
  expect(plan.uninstall.length).toBeGreaterThan(0);
});

test('XDG_CONFIG_HOME counts when it is absolute', () => {
  expect(servicePlan(plain, { ...facts, xdgConfigHome: '/c' }).path).toBe(
    '/c/systemd/user/mailprobe.service',
  );
  expect(servicePlan(plain, { ...facts, xdgConfigHome: 'c' }).path).toContain('/home/ada/.config/');
});

test.each([
  ['a line break in a path', { ...plain, node: '/a\nExecStartPre=/evil' }, facts],
  ['a system that is not known', plain, { ...facts, platform: 'freebsd' } as const],
])('%s is refused', (_what, command, where) => {
  expect(() => servicePlan(command, where)).toThrow(CommandFailure);
});
