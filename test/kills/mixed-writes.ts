import type { AccountForm } from '../../shared/account.ts';
import type { DaemonClient } from '../../shared/daemon-client.ts';
import { settingsOf } from '../walk.ts';
import { type AccountLedger, type Entry, passwordOf } from './account-ledger.ts';

interface MixedWrites {
  readonly client: DaemonClient;
  readonly ledger: AccountLedger;
  /** Of the mail server that lets everybody in. */
  readonly mailPort: number;
  /** Told what the Main Log must hold from now on. */
  readonly logged: (message: string) => void;
  /** Ids of the accounts that nobody else changes. */
  readonly own: Set<string>;
  /** A number that was never given before. */
  readonly next: () => number;
}

const mostAccounts = 8;

/** Does one thing after another with the accounts of its own, as several people would; ends only by an error. */
export async function mixedWrites(writes: MixedWrites): Promise<never> {
  const { client, ledger, own } = writes;
  for (;;) {
    for (const id of own) if (!ledger.entries.has(id)) own.delete(id);
    const [id = ''] = [...own].toSorted(() => Math.random() - 0.5);
    const entry = ledger.entries.get(id);
    const dice = Math.random();
    if (!entry || (dice < 0.3 && own.size < mostAccounts)) await create(writes);
    else if (dice < 0.5) await change(writes, id, entry, { withPassword: true });
    else if (dice < 0.6) await change(writes, id, entry, { withPassword: false });
    else if (dice < 0.7 && own.size < mostAccounts && entry.name.length < 64)
      await duplicate(writes, id, entry);
    else if (dice < 0.85) await remove(writes, id, entry);
    else if (entry.hasPassword && !entry.typeAgain) {
      const { testId } = await client.call('testsStart', { accountId: id });
      for await (const event of client.stream('testsFollow', { testId }, new AbortController().signal))
        if (event.type === 'failed') throw new Error(`${entry.name}: ${JSON.stringify(event)}`);
    }
  }
}

/** The form of an account at the server that lets everybody in. */
function formOf({ name, username }: Entry, mailPort: number): AccountForm {
  const connection = settingsOf({ type: 'pop3', security: 'plain', port: mailPort, username });
  return { name, label: '', active: true, connection };
}

async function create({ client, ledger, mailPort, logged, own, next }: MixedWrites): Promise<void> {
  const to = { name: `Account ${next()}`, username: `user-${next()}`, hasPassword: true };
  const account = formOf(to, mailPort);
  const password = passwordOf(to.username);
  const work = async () => (await client.call('accountsCreate', { account }, { password })).account.id;
  own.add(await ledger.during({ kind: 'create', to }, work));
  logged(`Account ${to.name} was created.`);
}

async function change(
  { client, ledger, mailPort, logged, next }: MixedWrites,
  id: string,
  entry: Entry,
  { withPassword }: { withPassword: boolean },
): Promise<void> {
  const name = `Account ${next()}`;
  const to = withPassword ? { name, username: `user-${next()}`, hasPassword: true } : { ...entry, name };
  const secrets = withPassword ? { password: passwordOf(to.username) } : {};
  await ledger.during({ kind: 'change', id, to }, async () => {
    await client.call('accountsChange', { id, account: formOf(to, mailPort) }, secrets);
    return id;
  });
  logged(`Account ${name} was changed.`);
}

async function duplicate({ client, ledger, logged, own }: MixedWrites, id: string, entry: Entry) {
  const to = { name: `Copy of ${entry.name}`, username: entry.username, hasPassword: false };
  const work = async () => (await client.call('accountsDuplicate', { id })).account.id;
  own.add(await ledger.during({ kind: 'create', to }, work));
  logged(`Account ${to.name} was created.`);
}

async function remove({ client, ledger, logged }: MixedWrites, id: string, { name }: Entry) {
  await ledger.during({ kind: 'remove', id }, async () => {
    await client.call('accountsDelete', { ids: [id] });
    return id;
  });
  logged(`Account ${name} was deleted.`);
}
