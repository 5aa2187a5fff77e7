import { cliIdentity, readDaemonPublicKey } from '../../daemon/store/key-files.ts';
import { type DaemonClient, daemonClient } from '../../shared/daemon-client.ts';
import type { DaemonProcess } from '../daemon-process.ts';
import type { ExampleAccount } from '../demo/example-accounts.ts';

/** Speaks to the daemon as the command line of the same directory does. */
export async function withCommandLine<T>(
  { directory, port }: DaemonProcess,
  go: (client: DaemonClient) => Promise<T>,
): Promise<T> {
  const key = await readDaemonPublicKey(directory);
  if (!key) throw new Error('The daemon has left no public key.');
  const client = daemonClient({ identity: await cliIdentity(directory), daemon: { key, port }, origin: '' });
  try {
    return await go(client);
  } finally {
    await client.call('sessionEnd', {});
  }
}

/** Stores these accounts as the command line of the same directory would. */
export async function storeAccounts(
  daemon: DaemonProcess,
  examples: readonly ExampleAccount[],
): Promise<void> {
  await withCommandLine(daemon, async (client) => {
    for (const { form, password } of examples)
      await client.call('accountsCreate', { account: form }, { password });
  });
}

/** Tests all accounts once, to their ends. */
export async function testAccounts(daemon: DaemonProcess): Promise<void> {
  await withCommandLine(daemon, async (client) => {
    const { started } = await client.call('testsStartAll', {});
    await Promise.all(
      started.map(async ({ testId }) => {
        for await (const event of client.stream('testsFollow', { testId }, new AbortController().signal))
          if (event.type === 'finished') return;
      }),
    );
  });
}
