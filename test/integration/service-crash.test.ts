import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { Secret } from '../../daemon/secret.ts';
import { keyring } from '../servers/keyring.ts';
import { keptPasswords } from '../service/kept-passwords.ts';
import { noSession, type ServiceOnDisk, serviceOnDisk } from '../service/service-on-disk.ts';
import { accountFields, imapConnection } from '../store/examples.ts';
import { temporaryDirectory } from '../store/temporary-directory.ts';

const program = fileURLToPath(new URL('../service/programs/change-and-die.ts', import.meta.url));
const mostCalls = 60;
const servers = ['a.acme.example', 'b.acme.example'];

describe('an account killed at each step', () => {
  const ends: Record<string, Record<string, string>> = {
    create: { ...initial(), New: 'password for new.acme.example' },
    change: { ...initial(servers.slice(1)), New: 'password for new.acme.example' },
    remove: initial(servers.slice(1)),
    restore: initial(),
    purge: initial(servers.slice(1)),
    deactivate: initial(),
  };

  it.each(Object.keys(ends))(
    '%s leaves no orphan and no wrong pair',
    { timeout: 180_000 },
    async (change) => {
      const original = await withAccounts();
      for (let call = 1, died = true; died; call++) {
        expect(call).toBeLessThan(mostCalls);
        const directory = copyOf(original);
        died = await diesAt(directory, change, call);
        const { pairs, orphans } = await afterwards(directory);
        expect(orphans, `killed before call ${call}`).toEqual([]);
        for (const [name, password] of Object.entries(pairs)) {
          const server = name === 'New' ? 'new.acme.example' : name;
          // Typed anew for settings that were not saved any more: it must be typed again.
          expect([`password for ${server}`, 'secret_required']).toContain(password);
        }
        if (!died) expect(pairs).toEqual(ends[change]);
      }
    },
  );
});

describe('a move killed at each step', () => {
  it('from a key file to a passphrase loses no password', { timeout: 180_000 }, async () => {
    await killedMoves(await withAccounts(), 'vault');
  });

  it('from the vault to the keychain loses no password', { timeout: 180_000 }, async () => {
    await using session = await keyring();
    await killedMoves(await withAccounts(), 'keychain', session.env);
  });

  it('from the keychain to a vault loses no password', { timeout: 180_000 }, async () => {
    await using session = await keyring();
    const directory = await withAccounts(session.env);
    await killedMoves(directory, 'vault-keyfile', session.env, () => withAccounts(session.env));
  });
});

/** Kills the move before each call to the store, then looks whether all is there, and whether a second move ends it. */
async function killedMoves(
  original: string,
  to: 'vault' | 'vault-keyfile' | 'keychain',
  env: NodeJS.ProcessEnv = noSession,
  anew?: () => Promise<string>,
): Promise<void> {
  for (let call = 1, died = true; died; call++) {
    expect(call).toBeLessThan(mostCalls);
    const directory = anew ? await anew() : copyOf(original);
    died = await diesAt(directory, to, call, env);
    const first = await serviceOnDisk({ directory, env });
    expect((await keptPasswords(first, env)).pairs, `killed before call ${call}`).toEqual(initial());
    if (to === 'vault' && first.service.secrets.place().backend === 'vault') {
      await first.service.secrets.unlock(new Secret('correct horse battery'));
    }
    const { place } = await first.service.secrets.move(
      to,
      to === 'vault' ? new Secret('correct horse battery') : undefined,
    );
    expect(place).toMatchObject({ backend: to, state: 'ready' });
    expect(await keptPasswords(first, env)).toEqual({ pairs: initial(), orphans: [] });
    expect(await first.store.secrets.begun()).toEqual([]);
    await first.close();
  }
}

async function afterwards(directory: string) {
  const ground = await serviceOnDisk({ directory });
  // What a crash has left is mended by itself, since this place needs no person.
  await expect.poll(() => ground.store.secrets.begun(), { timeout: 5_000 }).toEqual([]);
  const kept = await keptPasswords(ground);
  await ground.close();
  return kept;
}

async function diesAt(
  directory: string,
  change: string,
  call: number,
  env: NodeJS.ProcessEnv = noSession,
): Promise<boolean> {
  const child = spawn(process.execPath, [program, directory, change, String(call)], {
    env,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const [code, signal] = (await once(child, 'exit')) as [number | null, string | null];
  if (signal !== 'SIGKILL') expect(code).toBe(0);
  return signal === 'SIGKILL';
}

/** A directory with two accounts, closed. */
async function withAccounts(env: NodeJS.ProcessEnv = noSession): Promise<string> {
  const ground: ServiceOnDisk = await serviceOnDisk({ env });
  for (const server of servers) {
    const { id: _, ...form } = accountFields('', server, { ...imapConnection, server });
    await ground.service.accounts.create(form, new Secret(`password for ${server}`));
  }
  await ground.close();
  return ground.directory;
}

function copyOf(original: string): string {
  const directory = join(temporaryDirectory(), 'data');
  // Only the person's own, as the daemon makes them.
  process.umask(0o077);
  cpSync(original, directory, { recursive: true });
  return directory;
}

function initial(names: readonly string[] = servers): Record<string, string> {
  return Object.fromEntries(names.map((server) => [server, `password for ${server}`]));
}
