import { boundSecrets } from '../../daemon/store/secrets/bound-secrets.ts';
import { keyFileVault } from '../../daemon/store/secrets/key-file-vault.ts';
import type { Account } from '../../shared/account.ts';
import { type Entry, passwordOf } from './account-ledger.ts';

/** What is wrong in the vault beside these accounts, a sentence each. Reads past the daemon, which may be running. */
export async function wrongPasswords(
  { directory, installId }: { directory: string; installId: string },
  listed: readonly Account[],
  entries: ReadonlyMap<string, Entry>,
): Promise<string[]> {
  const vault = boundSecrets(keyFileVault({ folder: directory }), installId);
  const ids = await vault.accountIds();
  if ('trouble' in ids) return [ids.trouble.sentence.en];
  const withPassword = new Set([...entries].filter(([, entry]) => entry.hasPassword).map(([id]) => id));
  const orphans = (ids.value ?? []).filter((id) => !withPassword.has(id));
  const wrong: string[] = orphans.map((id) => `${entries.get(id)?.name ?? id} has an orphan.`);
  for (const { id, name, connection } of listed) {
    const entry = entries.get(id);
    if (!entry?.hasPassword) continue;
    const found = await vault.get(id, connection);
    if (found.outcome === 'secret_required' && entry.typeAgain) continue;
    if (found.outcome !== 'found') wrong.push(`${name}: ${found.outcome}`);
    else if (found.secret.open() !== passwordOf(connection.username)) wrong.push(`${name}: wrong pair`);
  }
  return wrong;
}
