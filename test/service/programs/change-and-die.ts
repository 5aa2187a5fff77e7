// Changes accounts or moves passwords in a data directory, and ends itself by SIGKILL before a call to the store.
import { Secret } from '../../../daemon/secret.ts';
import { openService } from '../../../daemon/service/service.ts';
import { lockDataDirectory } from '../../../daemon/store/lock.ts';
import { openStore, type Store } from '../../../daemon/store/store.ts';
import type { SecretBackend } from '../../../shared/secret-place.ts';
import { keptDeletedMinutes } from '../../../shared/kept-deleted.ts';
import { accountFields, imapConnection } from '../../store/examples.ts';
import { handClock } from '../hand-clock.ts';
import { passphrase } from '../kept-passwords.ts';

const [directory = '', change = '', killedAt = ''] = process.argv.slice(2);
using lock = lockDataDirectory(directory);
await using store = await openStore(lock);
/** What changes nothing is no step. */
const writes = new Set([
  'begin',
  'end',
  'moved',
  'create',
  'change',
  'remove',
  'restore',
  'purge',
  'setActive',
  'append',
]);
const clock = handClock();
let calls = 0;
let counting = false;
const service = await openService({
  store: dying(store),
  directory,
  version: '0.0.0',
  startCommand: '',
  clock,
});
const { id: _, ...form } = accountFields('', 'New', { ...imapConnection, server: 'new.acme.example' });
const [first] = (await service.accounts.list()).accounts;
const id = first?.account.id ?? '';
const changes: Record<string, () => Promise<unknown>> = {
  create: () => service.accounts.create(form, new Secret('password for new.acme.example')),
  change: () => service.accounts.change(id, form, new Secret('password for new.acme.example')),
  remove: () => service.accounts.remove([id]),
  restore: () => service.accounts.restore([id]),
  purge,
  deactivate: () => service.accounts.activate([id], false),
};
if (change === 'restore' || change === 'purge') await service.accounts.remove([id]);
counting = true;
if (change in changes) await changes[change]?.();
else
  await service.secrets.move(
    change as SecretBackend,
    change === 'vault' ? new Secret(passphrase) : undefined,
  );
counting = false;
await service.close();

/** What ten minutes later is done by itself. */
async function purge(): Promise<void> {
  const kept = (await store.secrets.kept()).length;
  clock.pass(keptDeletedMinutes * 60_000);
  while ((await store.secrets.kept()).length === kept || (await store.secrets.begun()).length > 0)
    await new Promise((resolve) => setTimeout(resolve, 5));
}

/** Also after the last call of the change: then it is the end, and the count was too high. */
function dying(real: Store): Store {
  const tables = Object.entries(real).map(([name, table]) => {
    if (typeof table !== 'object' || table instanceof Promise) return [name, table] as const;
    const methods = Object.entries(table as Record<string, (...args: unknown[]) => Promise<unknown>>);
    const wrapped = methods.map(([method, call]) => {
      const counted = (...args: unknown[]) => {
        if (counting && writes.has(method) && ++calls === Number(killedAt))
          process.kill(process.pid, 'SIGKILL');
        return call(...args);
      };
      return [method, counted] as const;
    });
    return [name, Object.fromEntries(wrapped)] as const;
  });
  return Object.fromEntries(tables) as unknown as Store;
}
