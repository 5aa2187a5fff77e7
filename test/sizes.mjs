// What the extension may weigh: gzipped bytes of all that a page loads at once, and of what each room adds to it later.
import { globSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { parseSync } from 'vite';

const output = fileURLToPath(new URL('../.output', import.meta.url));

for (const browser of ['chrome-mv3', 'firefox-mv3']) {
  const folder = join(output, browser);
  // The contract and zod/mini, the session and the polyfill are most of it.
  measure(browser, 'background', 30, folder, ['background.js']);
  measure(browser, 'options, at once', 70, folder, namedBy(folder, 'options.html'));
  // Its script asks for the rest as soon as the head is painted: all of that counts.
  const popup = [...namedBy(folder, 'popup.html'), ...named(folder, 'start-popup')];
  // The parts of Preact that the Condition Builder needs stand in the one chunk that every page shares.
  measure(browser, 'popup, at once', 36, folder, popup);
  // What speaks with the daemon comes after the first paint of either page, and is there for every room.
  const link = globSync('chunks/{daemon-client,contract}-*.js', { cwd: folder });
  measure(browser, 'the way to the daemon, after that', 24, folder, link, loaded(folder, popup));
  const there = loaded(folder, [...namedBy(folder, 'options.html'), ...link]);
  const read = loaded(folder, [...popup, ...link]);
  // Words that are loaded in the language of the page alone, and not before they are needed.
  measure(browser, 'causes explained in English', 12, folder, named(folder, 'explanation'), read);
  measure(browser, 'causes explained in Russian', 16, folder, named(folder, 'in-russian'), read);
  // At once, but on a Russian page alone.
  measure(browser, 'short words in Russian', 7, folder, named(folder, 'russian'), read);
  for (const script of globSync('chunks/*-room-*.js', { cwd: folder }).toSorted()) {
    const [name = ''] = /[a-z]+-room/.exec(script) ?? [];
    measure(browser, `${name}, beside that`, 36, folder, named(folder, name), there);
  }
  // The Condition Builder, with react-querybuilder and the half of React that it needs, when it is opened.
  const log = new Set([...there, ...loaded(folder, named(folder, 'log-room'))]);
  measure(browser, 'Condition Builder, beside the log', 52, folder, named(folder, 'condition-builder'), log);
  alone(browser, folder, 'condition-builder', /queryBuilder-|@@redux/);
  // The import, with what reads CSV, when it is asked for.
  const accounts = new Set([...there, ...loaded(folder, named(folder, 'accounts-room'))]);
  measure(browser, 'import, beside the accounts', 18, folder, named(folder, 'import-page'), accounts);
}

/** @param {string} browser @param {string} what @param {number} kB @param {string} folder @param {string[]} begin @param {Set<string>} [there] */
function measure(browser, what, kB, folder, begin, there = new Set()) {
  const files = [...loaded(folder, begin)].filter((file) => !there.has(file));
  const size = files.reduce((sum, file) => sum + gzipped(join(folder, file)), 0) / 1000;
  const fits = files.length > 0 && size <= kB;
  console.log(`${fits ? '✓' : '✕'} ${browser} ${what}: ${size.toFixed(1)} of ${kB} kB`);
  if (!fits) process.exitCode = 1;
}

/** What this marks is in the one script of this name and in no other. @param {string} browser @param {string} folder @param {string} name @param {RegExp} mark */
function alone(browser, folder, name, mark) {
  const marked = globSync('**/*.js', { cwd: folder }).filter((file) =>
    mark.test(readFileSync(join(folder, file), 'utf8')),
  );
  const fits = String(marked) === String(named(folder, name).filter((file) => file.endsWith('.js')));
  console.log(`${fits ? '✓' : '✕'} ${browser} ${mark} is in ${marked.join(', ')}`);
  if (!fits) process.exitCode = 1;
}

/** The scripts and styles that a page names. @param {string} folder @param {string} page */
function namedBy(folder, page) {
  const html = readFileSync(join(folder, page), 'utf8');
  return [...html.matchAll(/(?:src|href)="\/([^"]+\.(?:js|css))"/g)].map(([, file = '']) => file);
}

/** Script and style of a part that is loaded by its name. @param {string} folder @param {string} name */
function named(folder, name) {
  return globSync([`chunks/${name}-*.js`, `assets/${name}-*.css`], { cwd: folder });
}

/** These files and all that they import before they run. @param {string} folder @param {string[]} begin */
function loaded(folder, begin) {
  const found = new Set(begin);
  for (const file of found) {
    if (!file.endsWith('.js')) continue;
    const { module } = parseSync(file, readFileSync(join(folder, file), 'utf8'));
    for (const { moduleRequest } of module.staticImports)
      found.add(posix.join(posix.dirname(file), moduleRequest.value));
  }
  return found;
}

/** @param {string} file */
function gzipped(file) {
  return gzipSync(readFileSync(file), { level: 9 }).length;
}
