// `npm test`. Plain JavaScript, so that the Node a machine happens to have can bring the project's own.
import { spawn } from 'node:child_process';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { node24 } from '../daemon/cli/node24.mjs';
import { installDependencies } from '../daemon/install.mjs';
import { installPackages } from './packages.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const modules = join(root, 'node_modules');

const args = process.argv.slice(2);
process.chdir(root);
// Debian's packages first: npm builds the binding to the keychain only where libsecret's headers are.
if (!serverless(args)) {
  const todo = installPackages();
  if (todo) giveUp(todo);
}
if (!(await installDependencies())) giveUp('npm ci failed.');
const { passed, failed } = await runVitest(args);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;

/** @param {string[]} words */
function serverless(words) {
  const projects = words.filter((_word, at) => words[at - 1] === '--project');
  return projects.length > 0 && projects.every((project) => project === 'unit' || project === 'fuzz');
}

/** @param {string[]} words @returns {Promise<{ passed: number, failed: number }>} */
function runVitest(words) {
  const vitest = join(modules, 'vitest', 'vitest.mjs');
  const own = ['run', '--config', 'test/vitest.config.ts', ...seedFor(words), ...reportersFor(words)];
  // Tests without servers may share the machine.
  if (serverless(words)) own.push('--maxWorkers=2');
  const PATH = join(modules, '.bin') + delimiter + (process.env.PATH ?? '');
  const run = spawn(ownNode(), [vitest, ...own, ...words], {
    // By the channel `count-reporter.ts` tells what it has counted.
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    env: { ...process.env, PATH },
  });
  // Vitest stops the servers it has started; this process only has to outlive it.
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM']))
    process.on(signal, () => run.kill(signal));
  let counted = { passed: 0, failed: 0, skipped: 0, secondTry: [] };
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

/** Node 24: the running one, or the project's own. */
function ownNode() {
  try {
    return node24();
  } catch (error) {
    return giveUp(error instanceof Error ? error.message : String(error));
  }
}

/**
 * A run without a test, or that ends badly without saying why, has failed.
 * @param {{ passed: number, failed: number, skipped: number, secondTry: string[] }} counts
 * @param {number | null} exitCode
 */
function judge({ passed, failed, skipped, secondTry }, exitCode) {
  for (const name of secondTry) console.log(`passed at the second try: ${name}`);
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
