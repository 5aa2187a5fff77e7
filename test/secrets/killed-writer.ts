/** A process of its own that changes a vault under umask 000, and ends itself by SIGKILL before a step of the change. */
import { keyFileVault } from '../../daemon/store/secrets/key-file-vault.ts';
import { passphraseVault } from '../../daemon/store/secrets/passphrase-vault.ts';
import { Secret } from '../../daemon/secret.ts';
import { watchedFiles } from './watched-files.ts';

process.umask(0);
const [folder = '', change = '', killedAt = ''] = process.argv.slice(2);
let steps = 0;
const reading = ['lstat', 'stat', 'read'];
const files = watchedFiles((step) => {
  if (!reading.includes(step) && ++steps === Number(killedAt)) process.kill(process.pid, 'SIGKILL');
});

const changes: Record<string, () => Promise<unknown>> = {
  create: () => keyFileVault({ folder, files }).create(),
  set: () => keyFileVault({ folder, files }).set('install/1', 'new'),
  delete: () => keyFileVault({ folder, files }).delete('install/1'),
  'take over': () => passphraseVault({ folder, files }).takeOver(new Secret('correct horse battery')),
};
console.log(JSON.stringify(await changes[change]?.()));
