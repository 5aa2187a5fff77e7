// Plain JavaScript, as install.mjs.
import { spawn } from 'node:child_process';

const signals = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);

/**
 * Runs a program to its end, and takes it along when this process is told to end, or when npm, which started it, is gone:
 * an installation must not go on behind the back of who stopped it. Gives its exit code and what it wrote, which is
 * empty unless `kept`.
 * @param {string[]} command
 * @param {{ cwd: string, env: NodeJS.ProcessEnv, shell?: boolean, kept?: boolean, waiting?: string, everyMs?: number }} options
 * `waiting` is said every so often where nobody sees npm's own sign of life, which it shows on a terminal alone.
 * @returns {Promise<{ code: number | null, output: string }>}
 */
export async function runProgram([program = '', ...words], options) {
  const { cwd, env, shell = false, kept = false, waiting, everyMs = 15_000 } = options;
  const stdio = kept ? 'pipe' : 'inherit';
  const child = spawn(program, words, { cwd, env, shell, stdio: ['inherit', stdio, stdio] });
  let output = '';
  child.stdout?.setEncoding('utf8').on('data', (text) => (output += text));
  child.stderr?.setEncoding('utf8').on('data', (text) => (output += text));
  /** @type {NodeJS.Signals | undefined} */
  let told;
  const end = (/** @type {NodeJS.Signals} */ signal) => child.kill((told = signal));
  for (const signal of signals) process.on(signal, end);
  const parent = process.ppid;
  const byNpm = process.env.npm_lifecycle_event !== undefined;
  const watch = setInterval(() => byNpm && process.ppid !== parent && end('SIGTERM'), 500);
  const since = Date.now();
  const seconds = () => Math.round((Date.now() - since) / 1000);
  const say = () => waiting && !process.stdout.isTTY && console.log(`${waiting} (${seconds()} s so far)`);
  const saying = setInterval(say, everyMs);
  const code = await new Promise((resolve) => {
    child.once('error', () => resolve(null));
    child.once('close', resolve);
  });
  clearInterval(watch);
  clearInterval(saying);
  for (const signal of signals) process.off(signal, end);
  if (told) {
    process.kill(process.pid, told);
    // It is on its way: nothing else begins.
    await new Promise(() => setTimeout(() => {}, 10_000));
  }
  return { code, output };
}
