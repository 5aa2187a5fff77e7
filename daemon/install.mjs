// Plain JavaScript: the Node that a machine happens to have runs it, to bring the project's own.
import { spawnSync } from 'node:child_process';
import { existsSync, statSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const modules = join(root, 'node_modules');
const bin = join(modules, '.bin');
const npm = process.env.npm_execpath ? [process.execPath, process.env.npm_execpath] : ['npm'];

/** Installs what the lock file says, when it is not there yet or older than that. Returns false when that failed. */
export function installDependencies() {
  const installed = join(modules, '.package-lock.json');
  const lock = join(root, 'package-lock.json');
  if (!existsSync(installed) || statSync(installed).mtimeMs < statSync(lock).mtimeMs) {
    console.log('Installing dependencies (npm ci) …');
    if (!run([...npm, 'ci'])) return false;
  }
  buildKeychain();
  // WXT writes the types that extension/tsconfig.json extends. No lifecycle script of npm's does it: `npx mailprobe`
  // would count as a package that runs scripts, and be refused.
  return existsSync(join(root, '.wxt', 'tsconfig.json')) || run([join(bin, 'wxt'), 'prepare']);
}

/**
 * npm leaves keytar out in silence where libsecret's headers were missing. Once they are there it is built: tried once for
 * each `npm ci`, since a start must not compile each time.
 */
function buildKeychain() {
  const tried = join(modules, '.keychain-tried');
  const wanted = process.platform === 'linux' && !existsSync(join(modules, 'keytar')) && !existsSync(tried);
  if (!wanted || spawnSync('pkg-config', ['--exists', 'libsecret-1']).status !== 0) return;
  console.log('Building the binding to the system keychain (keytar) …');
  run([...npm, 'install', '--no-save']);
  writeFileSync(tried, '');
}

/** @param {string[]} command */
function run([program = '', ...words]) {
  const env = { ...process.env, ...headers(), PATH: bin + delimiter + (process.env.PATH ?? '') };
  return (
    spawnSync(program, words, { cwd: root, env, stdio: 'inherit', shell: process.platform === 'win32' })
      .status === 0
  );
}

/** keytar is compiled against the headers of the Node that the project brings: nothing is downloaded for it. */
function headers() {
  return process.platform === 'linux'
    ? { npm_config_nodedir: join(modules, `node-linux-${process.arch}`) }
    : {};
}
