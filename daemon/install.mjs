// Plain JavaScript: the Node that a machine happens to have runs it, to bring the project's own.
import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const bin = join(root, 'node_modules', '.bin');

/** Installs what the lock file says, when it is not there yet or older than that. Returns false when that failed. */
export function installDependencies() {
  const installed = join(root, 'node_modules', '.package-lock.json');
  const lock = join(root, 'package-lock.json');
  if (!existsSync(installed) || statSync(installed).mtimeMs < statSync(lock).mtimeMs) {
    const npm = process.env.npm_execpath ? [process.execPath, process.env.npm_execpath] : ['npm'];
    console.log('Installing dependencies (npm ci) …');
    if (!run([...npm, 'ci'])) return false;
  }
  // WXT writes the types that extension/tsconfig.json extends. No lifecycle script of npm's does it: `npx mailprobe`
  // would count as a package that runs scripts, and be refused.
  return existsSync(join(root, '.wxt', 'tsconfig.json')) || run([join(bin, 'wxt'), 'prepare']);
}

/** @param {string[]} command */
function run([program = '', ...words]) {
  const env = { ...process.env, PATH: bin + delimiter + (process.env.PATH ?? '') };
  return (
    spawnSync(program, words, { cwd: root, env, stdio: 'inherit', shell: process.platform === 'win32' })
      .status === 0
  );
}
