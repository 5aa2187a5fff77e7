// `npm start`: on a fresh clone everything that is needed, later at once.
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
console.log(`
Mailprobe is ready. Test an account (the password is asked for, and nothing is stored):

  npx mailprobe test --type imap --server imap.example.com --user ada@example.com
  npx mailprobe help

The handbook of causes, in the browser: load the extension from
  Chromium  ${built[0]}   (chrome://extensions, Developer mode, Load unpacked)
  Firefox   ${join(built[1] ?? '', 'manifest.json')}   (about:debugging, This Firefox, Load Temporary Add-on)
`);

function build() {
  console.log('Building the extension …');
  const PATH = bin + delimiter + (process.env.PATH ?? '');
  const options = { cwd: root, shell: true, env: { ...process.env, PATH } };
  const { status, stdout, stderr } = spawnSync('npm run --silent build', options);
  if (status !== 0) console.error(`${stdout}${stderr}`);
  return status === 0;
}

/** @param {string} why */
function stop(why) {
  console.error(why);
  process.exit(1);
}
