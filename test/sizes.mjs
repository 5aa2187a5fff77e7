// What the extension may weigh: gzipped bytes of all its scripts and styles, by the page that loads them.
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const output = fileURLToPath(new URL('../.output', import.meta.url));

// Background: the polyfill is 2.9 kB of it. Options: Preact is 4.8 kB, the words of all causes are most of the rest.
const limits = [
  { what: 'background', files: 'background.js', kB: 5 },
  { what: 'options scripts', files: 'chunks/options-*.js', kB: 36 },
  { what: 'options styles', files: 'assets/options-*.css', kB: 4 },
];

for (const browser of ['chrome-mv3', 'firefox-mv3']) {
  for (const { what, files, kB } of limits) {
    const found = globSync(files, { cwd: join(output, browser) });
    const size = found.reduce((sum, file) => sum + gzipped(join(output, browser, file)), 0) / 1000;
    const fits = found.length > 0 && size <= kB;
    console.log(`${fits ? '✓' : '✕'} ${browser} ${what}: ${size.toFixed(1)} of ${kB} kB`);
    if (!fits) process.exitCode = 1;
  }
}

/** @param {string} file */
function gzipped(file) {
  return gzipSync(readFileSync(file), { level: 9 }).length;
}
