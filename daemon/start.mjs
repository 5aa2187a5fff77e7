// `npm start`: on a fresh clone everything that is needed, later at once; then the daemon. `npm start -- --port 47700`
// hands its options on.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { installDependencies } from './install.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const bin = join(root, 'node_modules', '.bin');
const built = [join(root, '.output', 'chrome-mv3'), join(root, '.output', 'firefox-mv3')];

if (!installDependencies()) stop('npm ci failed; what npm said above tells why. Then run npm start again.');
if (!built.every((folder) => existsSync(join(folder, 'manifest.json'))) && !build()) {
  stop('The extension was not built; what stands above tells why.');
}
console.log(`The extension, to be loaded into the browser once:
  Chromium  ${built[0]}   (chrome://extensions, Developer mode, Load unpacked)
  Firefox   ${join(built[1] ?? '', 'manifest.json')}   (about:debugging, This Firefox, Load Temporary Add-on)
One account without the browser: npx mailprobe test --help
`);
// In this process where it is Node 24; else the launcher goes on with the one that npm has brought.
process.argv.splice(2, 0, 'start');
await import('./cli/mailprobe.mjs');

function build() {
  console.log('Building the extension …');
  const PATH = bin + delimiter + (process.env.PATH ?? '');
  const options = { cwd: root, shell: true, env: { ...process.env, PATH } };
  const { status, stdout, stderr } = spawnSync('npm run --silent build', options);
  if (status !== 0) console.error(String(stdout) + String(stderr));
  return status === 0;
}

/** @param {string} why */
function stop(why) {
  console.error(why);
  process.exit(1);
}
