// `npm run check`: everything that needs no server and no browser, in under a minute on two cores.
import { spawn } from 'node:child_process';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { installDependencies } from '../daemon/install.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const PATH = join(root, 'node_modules', '.bin') + delimiter + (process.env.PATH ?? '');

if (!(await installDependencies())) process.exit(1);

// Two tracks side by side, one for each core; within a track one step after another.
const tracks = [
  [
    ['types', 'wxt prepare && tsc -b'],
    ['build', 'npm run --silent build'],
    ['sizes', 'node test/sizes.mjs'],
    ['unused', 'knip'],
  ],
  [
    ['format', 'oxfmt --check'],
    ['lint', 'oxlint'],
    ['unit', 'npm run --silent test:unit'],
  ],
];

const begun = Date.now();
const results = (await Promise.all(tracks.map(walk))).flat();
const failed = results.filter((passed) => !passed).length;
console.log(`${failed === 0 ? '✓' : '✕'} check ${seconds(begun)}`);
console.log(`${results.length - failed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;

/** All steps, also after one that failed: a person wants the whole list at once. @param {string[][]} steps */
async function walk(steps) {
  const passed = [];
  for (const [name = '', command = ''] of steps) passed.push(await run(name, command));
  return passed;
}

/** A step is silent when it passes. @param {string} name @param {string} command @returns {Promise<boolean>} */
function run(name, command) {
  const started = Date.now();
  const step = spawn(command, { cwd: root, shell: true, env: { ...process.env, PATH } });
  let output = '';
  for (const stream of [step.stdout, step.stderr])
    stream.setEncoding('utf8').on('data', (text) => (output += text));
  return new Promise((resolve) => {
    step.on('close', (code) => {
      console.log(`${code === 0 ? '✓' : '✕'} ${name.padEnd(7)} ${seconds(started)}  ${command}`);
      if (code !== 0) console.log(output);
      resolve(code === 0);
    });
  });
}

/** @param {number} started */
function seconds(started) {
  return `${((Date.now() - started) / 1000).toFixed(1).padStart(5)} s`;
}
