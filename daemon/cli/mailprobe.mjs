#!/usr/bin/env node
// Plain JavaScript that Node 18 understands: this file's work is to go on with Node 24.
import module from 'node:module';
import { fileURLToPath } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { glibcSettings } from './glibc-settings.mjs';
import { isNode24, node24, requireInstalled } from './node24.mjs';

/** Commands that open the store, which has threads of its own. */
const threaded = new Set(['start', 'reset']);

try {
  requireInstalled();
  if (isNode24()) await here();
  else await inNode24(node24());
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 2;
}

async function here() {
  // Node opens its inspector at this signal unless somebody else listens: it could read passwords.
  process.on('SIGUSR1', () => {});
  dropExperimentalWarnings();
  // Not for the others: under flags of its own a process compiles anew what Node brings compiled (some 80 ms).
  if (threaded.has(process.argv[2] ?? '')) setFlagsOfThreads();
  // Keeps the stripped sources: every later start takes a third of the time.
  const cache = fileURLToPath(new URL('../../node_modules/.cache/mailprobe', import.meta.url));
  module.enableCompileCache(cache);
  // Threads take it from here.
  process.env.NODE_COMPILE_CACHE ??= cache;
  const { main } = await import('./main.ts');
  process.exitCode = await main(process.argv.slice(2), process);
}

function setFlagsOfThreads() {
  // Threads strip types by one WebAssembly module, and V8 13 may abort when two of them replace its wrappers at once.
  setFlagsFromString('--wasm-wrapper-tiering-budget=2000000000');
  // V8 lets the space of new objects grow to 32 MB a thread: the first flag keeps this thread's as small as it is, the second
  // that of every thread to come. Fetching 2,000 letters takes 43 MB less.
  for (const flag of ['--semi-space-growth-factor=1', '--max-semi-space-size=1']) setFlagsFromString(flag);
}

// Early Node 24 calls type stripping experimental on stderr; other warnings stay.
function dropExperimentalWarnings() {
  const listeners = process.listeners('warning');
  process.removeAllListeners('warning');
  process.on('warning', (warning) => {
    if (warning.name !== 'ExperimentalWarning') for (const listener of listeners) listener(warning);
  });
}

/** @param {string} node */
async function inNode24(node) {
  const { spawn } = await import('node:child_process');
  const child = spawn(node, ['--disable-sigusr1', fileURLToPath(import.meta.url), ...process.argv.slice(2)], {
    stdio: 'inherit',
    env: { ...glibcSettings, ...process.env },
    windowsHide: true,
  });
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  const pass = (signal) => child.kill(signal);
  for (const signal of signals) process.on(signal, pass);
  return new Promise((resolve, reject) => {
    child.once('error', (error) => {
      reject(
        new Error(`Node 24 could not be started (${error.code ?? error.message}): run npm install again.`),
      );
    });
    child.once('exit', (code, signal) => {
      process.exitCode = code ?? 1;
      // Ended by a signal: end the same way, so that the shell sees it. Otherwise late signals are
      // still taken, for the exit code is the child's.
      for (const name of signal ? signals : []) process.off(name, pass);
      if (signal) process.kill(process.pid, signal);
      resolve(undefined);
    });
  });
}
