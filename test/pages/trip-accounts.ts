import type { AccountForm } from '../../shared/account.ts';
import type { ExampleAccount } from '../demo/example-accounts.ts';
import { type Fate, mailboxOf, sender } from '../servers/real/fates.ts';
import type { RealServers } from '../servers/real/real-servers.ts';

/** The account that sends to every fate. */
export function tripSender({ ports }: Pick<RealServers, 'ports'>): ExampleAccount {
  return account('Sender', sender, { type: 'smtp', port: ports.smtp, from: sender.username });
}

/** The mailbox of a fate, named after it. */
export function tripMailbox(
  { ports }: Pick<RealServers, 'ports'>,
  fate: Fate,
  type: 'imap' | 'pop3' = 'imap',
): ExampleAccount {
  return account(`${type === 'pop3' ? 'POP3 ' : ''}${fate}`, mailboxOf(fate), { type, port: ports[type] });
}

/** A mailbox of another house, which nobody ever dials. */
export function strangeMailbox(): ExampleAccount {
  return account(
    'Another provider',
    { username: 'ada@elsewhere.example', password: 'pw' },
    { type: 'imap', server: 'imap.elsewhere.example', port: 143 },
  );
}

function account(
  name: string,
  { username, password }: { username: string; password: string },
  connection: Partial<AccountForm['connection']> & Pick<AccountForm['connection'], 'type' | 'port'>,
): ExampleAccount {
  return {
    form: {
      name,
      label: '',
      active: true,
      connection: {
        server: '127.0.0.1',
        username,
        ssl: false,
        tls: false,
        insecure: false,
        debug: false,
        allowPlain: true,
        allowAddress: true,
        pin: '',
        ...connection,
      },
    },
    password,
  };
}
