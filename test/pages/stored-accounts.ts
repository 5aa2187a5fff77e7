import type { Id } from '../../shared/id.ts';
import { cliClient } from '../api/cli-client.ts';
import type { DaemonProcess } from '../daemon-process.ts';
import type { ExampleAccount } from '../demo/example-accounts.ts';

/** Stores these accounts as the command line of the same directory would; gives their ids. */
export async function storeAccounts(
  daemon: DaemonProcess,
  examples: readonly ExampleAccount[],
): Promise<Id[]> {
  const client = await cliClient(daemon);
  const ids: Id[] = [];
  for (const { form, password } of examples)
    ids.push((await client.call('accountsCreate', { account: form }, { password })).account.id);
  await client.call('sessionEnd', {});
  return ids;
}
