// Plain JavaScript: the Node that a machine happens to have runs it, to bring the project's own.
import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Installs what the lock file says, when it is not there yet or older than that. Returns false when npm failed. */
export function installDependencies() {
  const installed = join(root, 'node_modules', '.package-lock.json');
  const lock = join(root, 'package-lock.json');
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(lock).mtimeMs) return true;
  const npm = process.env.npm_execpath ? [process.execPath, process.env.npm_execpath] : ['npm'];
  const [program = '', ...words] = [...npm, 'ci'];
  console.log('Installing dependencies (npm ci) …');
  return spawnSync(program, words, { cwd: root, stdio: 'inherit' }).status === 0;
}
