// `npm test`. Plain JavaScript, so that the Node a machine happens to have can bring the project's own.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { installPackages } from './packages.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const modules = join(root, 'node_modules');

const args = process.argv.slice(2);
process.chdir(root);
installModules();
if (!unitTestsOnly(args)) {
  const todo = installPackages();
  if (todo) giveUp(todo);
}
const { passed, failed } = await runVitest(args);
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

/** @param {string[]} words @returns {Promise<{ passed: number, failed: number }>} */
function runVitest(words) {
  const vitest = join(modules, 'vitest', 'vitest.mjs');
  const own = ['run', '--config', 'test/vitest.config.ts', ...seedFor(words), ...reportersFor(words)];
  const PATH = join(modules, '.bin') + delimiter + (process.env.PATH ?? '');
  const run = spawn(node24(), [vitest, ...own, ...words], {
    // By the channel `count-reporter.ts` tells what it has counted.
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    env: { ...process.env, PATH },
  });
  // Vitest stops the servers it has started; this process only has to outlive it.
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM']))
    process.on(signal, () => run.kill(signal));
  let counted = { passed: 0, failed: 0, skipped: 0 };
  run.on('message', (counts) => (counted = counts));
  return new Promise((resolve) => run.on('close', (code) => resolve(judge(counted, code))));
}

/** A seed that can be said beforehand, unless the person gave one. @param {string[]} words */
function seedFor(words) {
  if (words.some((word) => word.startsWith('--sequence.seed'))) return [];
  const seed = `--sequence.seed=${Date.now() % 1_000_000}`;
  console.log(`Random order. The same order again: npm test -- ${seed}`);
  return [seed];
}

/** The one that counts, beside the person's choice. @param {string[]} words */
function reportersFor(words) {
  const chosen = words.some((word) => word.startsWith('--reporter'));
  return ['--reporter=./test/count-reporter.ts', ...(chosen ? [] : ['--reporter=default'])];
}

/** The project's own Node where npm could bring it, else the one that runs this. */
function node24() {
  const own = join(modules, '.bin', process.platform === 'win32' ? 'node.exe' : 'node');
  if (existsSync(own)) return own;
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath;
  return giveUp(`Node 24 or newer is needed, and this is ${process.version}.`);
}

/**
 * A run without a test, or that ends badly without saying why, has failed.
 * @param {{ passed: number, failed: number, skipped: number }} counts
 * @param {number | null} exitCode
 */
function judge({ passed, failed, skipped }, exitCode) {
  if (skipped > 0) console.log(`${skipped} skipped`);
  if (passed + failed === 0) console.error('No test ran.');
  return { passed, failed: failed === 0 && (exitCode !== 0 || passed === 0) ? 1 : failed };
}

/** @param {string} why @returns {never} */
function giveUp(why) {
  console.error(why);
  console.log('0 passed, 1 failed');
  process.exit(1);
}
