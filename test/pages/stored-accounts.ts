import { cliClient } from '../api/cli-client.ts';
import type { DaemonProcess } from '../daemon-process.ts';
import type { ExampleAccount } from '../demo/example-accounts.ts';

/** Stores these accounts as the command line of the same directory would. */
export async function storeAccounts(
  daemon: DaemonProcess,
  examples: readonly ExampleAccount[],
): Promise<void> {
  const client = await cliClient(daemon);
  for (const { form, password } of examples)
    await client.call('accountsCreate', { account: form }, { password });
  await client.call('sessionEnd', {});
}
