// Plain JavaScript: the Node that a machine happens to have runs it, to bring the project's own.
import { spawnSync } from 'node:child_process';
import { existsSync, statSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runProgram } from './run-program.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const modules = join(root, 'node_modules');
const bin = join(modules, '.bin');
const npm = process.env.npm_execpath ? [process.execPath, process.env.npm_execpath] : ['npm'];

/** Installs what the lock file says, when it is not there yet or older than that. Gives false when that failed. */
export async function installDependencies() {
  const installed = join(modules, '.package-lock.json');
  const lock = join(root, 'package-lock.json');
  if (!existsSync(installed) || statSync(installed).mtimeMs < statSync(lock).mtimeMs) {
    console.log('Installing dependencies (npm ci): one to three minutes the first time …');
    if (!(await run([...npm, 'ci'], '  still installing'))) return false;
  }
  await buildKeychain();
  // WXT writes the types that extension/tsconfig.json extends. No lifecycle script of npm's does it: `npx mailprobe`
  // would count as a package that runs scripts, and be refused.
  return existsSync(join(root, '.wxt', 'tsconfig.json')) || (await run([join(bin, 'wxt'), 'prepare']));
}

/**
 * npm leaves keytar out in silence where libsecret's headers were missing. Once they are there it is built: tried once for
 * each `npm ci`, since a start must not compile each time.
 */
async function buildKeychain() {
  const tried = join(modules, '.keychain-tried');
  const wanted = process.platform === 'linux' && !existsSync(join(modules, 'keytar')) && !existsSync(tried);
  if (!wanted || spawnSync('pkg-config', ['--exists', 'libsecret-1']).status !== 0) return;
  console.log('Building the binding to the system keychain (keytar) …');
  await run([...npm, 'install', '--no-save']);
  writeFileSync(tried, '');
}

/**
 * @param {string[]} command
 * @param {string} [waiting]
 */
async function run(command, waiting) {
  const env = { ...process.env, ...headers(), PATH: bin + delimiter + (process.env.PATH ?? '') };
  const shell = process.platform === 'win32';
  return (await runProgram(command, { cwd: root, env, shell, waiting })).code === 0;
}

/** keytar is compiled against the headers of the Node that the project brings: nothing is downloaded for it. */
function headers() {
  return process.platform === 'linux'
    ? { npm_config_nodedir: join(modules, `node-linux-${process.arch}`) }
    : {};
}
