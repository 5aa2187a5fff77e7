// `npm run demo`. Plain JavaScript, so that the Node a machine happens to have can bring the project's own.
import { spawn, spawnSync } from 'node:child_process';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { node24 } from '../daemon/cli/node24.mjs';
import { installDependencies } from '../daemon/install.mjs';

const usage = `npm run demo [-- OPTION …]
  --headless  a browser without a window
  --once      end after the first tests instead of waiting for Ctrl-C`;
const given = process.argv.slice(2);
if (given.includes('--help')) {
  console.log(usage);
  process.exit(0);
}
const unknown = given.find((word) => !['--headless', '--once'].includes(word));
if (unknown !== undefined) {
  console.error(`npm run demo: there is no option ${JSON.stringify(unknown)}.\n${usage}`);
  process.exit(2);
}

const root = fileURLToPath(new URL('..', import.meta.url));
const PATH = join(root, 'node_modules', '.bin') + delimiter + (process.env.PATH ?? '');
const env = { ...process.env, PATH };

if (!(await installDependencies())) process.exit(1);
console.log('Building the extension …');
const built = spawnSync('npm run --silent build', { cwd: root, shell: true, env, encoding: 'utf8' });
if (built.status !== 0) {
  console.error(built.stdout + built.stderr);
  process.exit(1);
}
const demo = spawn(node24(), [join(root, 'test', 'demo', 'demo.ts'), ...given], {
  env,
  stdio: 'inherit',
});
// Ctrl-C reaches the demo by itself, which then cleans up; this process only waits for it.
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM']))
  process.on(signal, () => signal === 'SIGTERM' && demo.kill(signal));
demo.on('exit', (code) => (process.exitCode = code ?? 1));
