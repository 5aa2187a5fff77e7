import { onTestFinished } from 'vitest';
import type { AccountForm } from '../../shared/account.ts';
import { Secret } from '../../daemon/secret.ts';
import { openService, type Service } from '../../daemon/service/service.ts';
import type { Clock } from '../../daemon/service/clock.ts';
import { lockDataDirectory } from '../../daemon/store/lock.ts';
import { openStore, type Store } from '../../daemon/store/store.ts';
import { temporaryDirectory } from '../store/temporary-directory.ts';
import { settingsOf, type Target } from '../walk.ts';

/** A service with its real store, in the directory of one test. */
export interface ServiceOnDisk {
  service: Service;
  store: Store;
  directory: string;
  /** Ends both, as the daemon does; also at the end of the test. */
  close(): Promise<void>;
}

/** Without a session there is no keychain: passwords go to a vault with a key file. */
export const noSession = { PATH: process.env['PATH'] };

export async function serviceOnDisk({
  directory = temporaryDirectory(),
  env = noSession,
  clock,
}: { directory?: string; env?: NodeJS.ProcessEnv; clock?: Clock } = {}): Promise<ServiceOnDisk> {
  const lock = lockDataDirectory(directory);
  const store = await openStore(lock);
  const service = await openService({
    store,
    directory,
    env,
    version: '0.0.0',
    startCommand: 'npx mailprobe start',
    ...(clock ? { clock } : {}),
  });
  let closing: Promise<void> | undefined;
  const end = async () => {
    await service.close();
    await store.close();
    lock[Symbol.dispose]();
  };
  const close = () => (closing ??= end());
  onTestFinished(close);
  return { service, store, directory, close };
}

/** What a person fills in for this server. */
export function formOf(target: Target, name = 'Work'): AccountForm {
  return { name, label: '', active: true, connection: settingsOf(target) };
}

/** The id of a new account. */
export async function savedAccount(
  { service }: Pick<ServiceOnDisk, 'service'>,
  target: Target & { password: string },
  name?: string,
): Promise<string> {
  const { account } = await service.accounts.create(formOf(target, name), new Secret(target.password));
  return account.id;
}

/** All events of one test, once it is over. */
export async function eventsOf({ service }: Pick<ServiceOnDisk, 'service'>, testId: string) {
  const events = [];
  for await (const event of service.tests.follow(testId, new AbortController().signal)) events.push(event);
  return events;
}
