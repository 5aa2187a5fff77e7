import type { AccountForm } from '../../shared/account.ts';
import type { ExampleAccount } from '../demo/example-accounts.ts';
import { mailboxOf, sender } from '../servers/real/fates.ts';
import type { MailUser } from '../servers/real/users.ts';
import type { Ports } from '../servers/real/ports.ts';

/** An account that sends letters to every fate, and one that reads those to `inbox@fate.test`. */
export function fateAccounts(ports: Ports): { outbox: ExampleAccount; inbox: ExampleAccount } {
  return {
    outbox: exampleOf('Sales outbox', sender, {
      type: 'smtp',
      port: ports.submission,
      tls: true,
      from: `Sales <${sender.username}>`,
    }),
    inbox: mailboxAccount(ports, 'Support inbox', mailboxOf('inbox')),
  };
}

/** An account that reads this user's letters. */
export function mailboxAccount({ imaps }: Ports, name: string, user: MailUser): ExampleAccount {
  return exampleOf(name, user, { type: 'imap', port: imaps, ssl: true });
}

type Own = Partial<AccountForm['connection']> & Pick<AccountForm['connection'], 'type' | 'port'>;

/** An account of this user as a person would have filled it in, at localhost. */
function exampleOf(name: string, { username, password }: MailUser, own: Own): ExampleAccount {
  const connection: AccountForm['connection'] = {
    server: 'localhost',
    username,
    ssl: false,
    tls: false,
    insecure: false,
    debug: false,
    allowPlain: false,
    allowAddress: true,
    pin: '',
    ...own,
  };
  return { form: { name, label: '', active: true, connection }, password };
}
