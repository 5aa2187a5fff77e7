import type { DaemonClient } from '../../shared/daemon-client.ts';
import type { Id } from '../../shared/id.ts';
import { cliClient } from '../api/cli-client.ts';
import type { DaemonProcess } from '../daemon-process.ts';
import type { ExampleAccount } from '../demo/example-accounts.ts';

/** Speaks to the daemon as the command line of the same directory does. */
export async function withCommandLine<T>(
  daemon: DaemonProcess,
  go: (client: DaemonClient) => Promise<T>,
): Promise<T> {
  const client = await cliClient(daemon);
  try {
    return await go(client);
  } finally {
    await client.call('sessionEnd', {});
  }
}

/** Stores these accounts as the command line of the same directory would; gives their ids. */
export async function storeAccounts(
  daemon: DaemonProcess,
  examples: readonly ExampleAccount[],
): Promise<Id[]> {
  return withCommandLine(daemon, async (client) => {
    const ids: Id[] = [];
    for (const { form, password } of examples)
      ids.push((await client.call('accountsCreate', { account: form }, { password })).account.id);
    return ids;
  });
}

/** Types the passwords of these accounts once more, right or wrong as they were. */
export async function retypePasswords(
  daemon: DaemonProcess,
  examples: readonly ExampleAccount[],
): Promise<void> {
  await withCommandLine(daemon, async (client) => {
    const { accounts } = await client.call('accountsList', {});
    for (const { form, password } of examples) {
      const id = accounts.find(({ account }) => account.name === form.name)?.account.id;
      if (id) await client.call('accountsChange', { id, account: form }, { password });
    }
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
