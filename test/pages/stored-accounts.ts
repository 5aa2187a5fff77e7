import { cliIdentity, readDaemonPublicKey } from '../../daemon/store/key-files.ts';
import { daemonClient } from '../../shared/daemon-client.ts';
import type { DaemonProcess } from '../daemon-process.ts';
import type { ExampleAccount } from '../demo/example-accounts.ts';

/** Stores these accounts as the command line of the same directory would. */
export async function storeAccounts(
  { directory, port }: DaemonProcess,
  examples: readonly ExampleAccount[],
): Promise<void> {
  const key = await readDaemonPublicKey(directory);
  if (!key) throw new Error('The daemon has left no public key.');
  const client = daemonClient({ identity: await cliIdentity(directory), daemon: { key, port }, origin: '' });
  for (const { form, password } of examples)
    await client.call('accountsCreate', { account: form }, { password });
  await client.call('sessionEnd', {});
}
