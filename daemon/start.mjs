// `npm start`: on a fresh clone everything that is needed, later at once; then the daemon. `npm start -- --port 47700`
// hands its options on.
import { existsSync, readdirSync, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { installDependencies } from './install.mjs';
import { runProgram } from './run-program.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const bin = join(root, 'node_modules', '.bin');
const built = [join(root, '.output', 'chrome-mv3'), join(root, '.output', 'firefox-mv3')];

if (!(await installDependencies()))
  stop('npm ci failed; what npm said above tells why. Then run npm start again.');
if (!isBuilt() && !(await build())) {
  stop('The extension was not built; what stands above tells why.');
}
console.log(`The extension, to be loaded into the browser:
  Chromium  ${built[0]}
            once: chrome://extensions, Developer mode, Load unpacked
  Firefox   ${join(built[1] ?? '', 'manifest.json')}
            after each start of Firefox: about:debugging, This Firefox, Load Temporary Add-on
One account without the browser: npx mailprobe test --help
`);
// In this process where it is Node 24; else the launcher goes on with the one that npm has brought.
process.argv.splice(2, 0, 'start');
await import('./cli/mailprobe.mjs');

/** An update brings sources that are newer than what was built of those before. */
function isBuilt() {
  const manifests = built.map((folder) => join(folder, 'manifest.json'));
  if (!manifests.every((file) => existsSync(file))) return false;
  const files = ['extension', 'shared'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true }).map((name) => join(root, folder, String(name))),
  );
  const sources = [...files, join(root, 'wxt.config.ts'), join(root, 'package-lock.json')];
  return Math.max(...sources.map(mtime)) <= Math.min(...manifests.map(mtime));
}

/** @param {string} file */
function mtime(file) {
  // A link may lead nowhere.
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

async function build() {
  console.log('Building the extension: some seconds …');
  const PATH = bin + delimiter + (process.env.PATH ?? '');
  const options = { cwd: root, shell: true, env: { ...process.env, PATH }, kept: true };
  const { code, output } = await runProgram(['npm run --silent build'], options);
  if (code !== 0) console.error(output);
  return code === 0;
}

/** @param {string} why */
function stop(why) {
  console.error(why);
  process.exit(1);
}
