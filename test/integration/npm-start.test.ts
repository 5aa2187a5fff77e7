import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { temporaryDirectory } from '../store/temporary-directory.ts';

/** A copy of what `npm start` begins with, with an npm and a daemon of the test's. */
function project() {
  const root = temporaryDirectory();
  const at = (...names: string[]) => join(root, ...names);
  const write = (path: string, text: string) => {
    mkdirSync(join(path, '..'), { recursive: true });
    writeFileSync(path, text);
  };
  mkdirSync(at('daemon'));
  for (const name of ['start.mjs', 'install.mjs', 'run-program.mjs'])
    copyFileSync(join('daemon', name), at('daemon', name));
  write(at('daemon/cli/mailprobe.mjs'), "console.log('daemon runs');");
  for (const name of ['package-lock.json', 'wxt.config.ts', 'extension/page.ts', 'shared/account.ts'])
    write(at(name), '');
  write(
    at('npm.mjs'),
    `import { writeFileSync } from 'node:fs';
     writeFileSync('${at('npm.pid')}', String(process.pid));
     setInterval(() => {}, 1000);`,
  );
  write(
    at('node_modules/.bin/npm'),
    `#!/bin/sh\nfor to in chrome firefox; do mkdir -p .output/$to-mv3; echo > .output/$to-mv3/manifest.json; done\n`,
  );
  chmodSync(at('node_modules/.bin/npm'), 0o755);
  const start = () => {
    const child = spawn(process.execPath, [at('daemon/start.mjs')], {
      env: { PATH: process.env['PATH'], npm_execpath: at('npm.mjs') },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text));
    return { child, output: () => output };
  };
  /** As after `npm ci`, without it. */
  const installed = () => {
    for (const name of ['node_modules/.package-lock.json', 'node_modules/keytar/x', '.wxt/tsconfig.json'])
      write(at(name), '');
  };
  return { at, start, installed };
}

const alive = (pid: number) => existsSync(`/proc/${pid}`);

test.each(['SIGTERM', 'SIGINT', 'SIGHUP'] as const)(
  'an installation does not outlive an npm start that %s ends, and says how long it takes',
  async (signal) => {
    const { at, start } = project();
    const { child, output } = start();
    while (!existsSync(at('npm.pid')) || readFileSync(at('npm.pid'), 'utf8') === '') await sleep(20);
    const npm = Number(readFileSync(at('npm.pid'), 'utf8'));
    child.kill(signal);
    expect(await once(child, 'exit')).toEqual([null, signal]);
    expect(alive(npm)).toBe(false);
    expect(output()).toContain('one to three minutes');
  },
);

test('an installation does not outlive an npm that was killed, and whose shell passed nothing on', async () => {
  const { at } = project();
  const shell = spawn('sh', ['-c', `"${process.execPath}" "${at('daemon/start.mjs')}"; true`], {
    env: { PATH: process.env['PATH'], npm_execpath: at('npm.mjs'), npm_lifecycle_event: 'start' },
    stdio: 'ignore',
  });
  while (!existsSync(at('npm.pid')) || readFileSync(at('npm.pid'), 'utf8') === '') await sleep(20);
  const npm = Number(readFileSync(at('npm.pid'), 'utf8'));
  shell.kill('SIGKILL');
  await expect.poll(() => alive(npm), { timeout: 4000 }).toBe(false);
});

test('an installation that takes long says so where nobody sees npm’s own sign', async () => {
  const options = "{ cwd: '.', env: process.env, waiting: 'still installing', everyMs: 100 }";
  const program = `const { runProgram } = await import('./daemon/run-program.mjs');
    console.log(await runProgram(['sleep', '0.6'], ${options}));`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', program]);
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text));
  expect(await once(child, 'close')).toEqual([0, null]);
  expect(output).toMatch(/^(?:still installing \(\d s so far\)\n){2,}\{ code: 0, output: '' \}\n$/);
});

test('npm start builds the extension once, and again after an update', async () => {
  const { at, start, installed } = project();
  installed();
  const run = async () => {
    const { child, output } = start();
    expect(await once(child, 'close')).toEqual([0, null]);
    expect(output()).toContain('daemon runs');
    return output().includes('Building the extension');
  };
  const old = new Date(Date.now() - 60_000);
  for (const name of ['extension', 'extension/page.ts', 'shared', 'shared/account.ts', 'wxt.config.ts'])
    utimesSync(at(name), old, old);
  expect(await run()).toBe(true);
  expect(await run()).toBe(false);
  const soon = new Date(Date.now() + 5_000);
  utimesSync(at('shared/account.ts'), soon, soon);
  expect(await run()).toBe(true);
});
