// `npm test`. Plain JavaScript, so that the Node a machine happens to have can bring the project's own.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { installPackages } from './packages.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const modules = join(root, 'node_modules');
const countsFile = join(root, '.output', 'test-counts.json');

const args = process.argv.slice(2);
process.chdir(root);
installModules();
if (!unitTestsOnly(args)) {
  const todo = installPackages();
  if (todo) giveUp(todo);
}
rmSync(countsFile, { force: true });
const exitCode = await runVitest(args);
const { passed, failed } = readCounts(exitCode);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;

function installModules() {
  const installed = join(modules, '.package-lock.json');
  const fresh =
    existsSync(installed) && statSync(installed).mtimeMs >= statSync(join(root, 'package-lock.json')).mtimeMs;
  if (fresh) return;
  const npm = process.env.npm_execpath ? [process.execPath, process.env.npm_execpath] : ['npm'];
  // Not `npm ci`: it refuses a lock file that leaves out a platform's binary, which a registry may lack.
  // This installs the same versions, checked against the same hashes, and leaves the lock file alone.
  const [name = '', ...rest] = [...npm, 'install', '--no-save'];
  if (spawnSync(name, rest, { stdio: 'inherit' }).status !== 0) giveUp('npm install failed.');
}

/** @param {string[]} words */
function unitTestsOnly(words) {
  const projects = words.filter((_word, at) => words[at - 1] === '--project');
  return projects.length > 0 && projects.every((project) => project === 'unit');
}

/** @param {string[]} words @returns {Promise<number>} */
function runVitest(words) {
  const vitest = spawn(
    node24(),
    [
      join(modules, 'vitest', 'vitest.mjs'),
      'run',
      '--config',
      'test/vitest.config.ts',
      ...seedOf(words),
      ...words,
    ],
    {
      stdio: 'inherit',
      env: { ...process.env, PATH: join(modules, '.bin') + delimiter + (process.env.PATH ?? '') },
    },
  );
  // Vitest stops the servers it has started; this process only has to outlive it.
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM']))
    process.on(signal, () => vitest.kill(signal));
  return new Promise((resolve) => vitest.on('close', (code) => resolve(code ?? 1)));
}

/** A seed that can be said beforehand, unless the person gave one. @param {string[]} words */
function seedOf(words) {
  if (words.some((word) => word.startsWith('--sequence.seed'))) return [];
  const seed = `--sequence.seed=${Date.now() % 1_000_000}`;
  console.log(`Random order. The same order again: npm test -- ${seed}`);
  return [seed];
}

/** The project's own Node where npm could bring it, else the one that runs this. */
function node24() {
  const own = join(modules, '.bin', process.platform === 'win32' ? 'node.exe' : 'node');
  if (existsSync(own)) return own;
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath;
  return giveUp(`Node 24 or newer is needed, and this is ${process.version}.`);
}

/** A run that says nothing, or ends badly without saying why, has failed. @param {number} code */
function readCounts(code) {
  const counts = existsSync(countsFile)
    ? JSON.parse(readFileSync(countsFile, 'utf8'))
    : { passed: 0, failed: 0, skipped: 0 };
  if (counts.skipped > 0) console.log(`${counts.skipped} skipped`);
  if (counts.passed + counts.failed === 0) console.error('No test ran.');
  const silent = counts.failed === 0 && (code !== 0 || counts.passed === 0);
  return { passed: counts.passed, failed: silent ? 1 : counts.failed };
}

/** @param {string} why @returns {never} */
function giveUp(why) {
  console.error(why);
  console.log('0 passed, 1 failed');
  process.exit(1);
}
