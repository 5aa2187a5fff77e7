import type { AccountForm } from '../../shared/account.ts';
import type { DemoEndpoints, Endpoint } from './demo-servers.ts';

/** An account as somebody would have filled it in, right or wrong. */
export interface ExampleAccount {
  form: AccountForm;
  password: string;
}

/** Three that work, and the mistakes that people make most. */
export function exampleAccounts(servers: DemoEndpoints): ExampleAccount[] {
  const { username, password, imaps, pop3s, submission, expired } = servers;
  const account = (
    name: string,
    label: string,
    connection: Partial<AccountForm['connection']> & Endpoint & Pick<AccountForm['connection'], 'type'>,
    typed = password,
  ): ExampleAccount => ({
    form: {
      name,
      label,
      active: true,
      connection: {
        username,
        ssl: false,
        tls: false,
        insecure: false,
        debug: false,
        allowPlain: false,
        // Loopback and unusual ports: what a person confirms in the form.
        allowAddress: true,
        pin: '',
        ...connection,
      },
    },
    password: typed,
  });
  const from = 'Ada <small@mail.test>';
  return [
    account('Support inbox', 'support@acme.example', { type: 'imap', ssl: true, ...imaps }),
    account('Sales outbox', 'sales@acme.example', { type: 'smtp', tls: true, from, ...submission }),
    account('Invoices', 'invoices@acme.example', { type: 'pop3', ssl: true, ...pop3s }),
    account('Ada, password changed', '', { type: 'imap', ssl: true, ...imaps }, 'last-years-password'),
    account('Old server, certificate expired', '', { type: 'imap', ssl: true, ...expired }),
    account('SSL on a STARTTLS port', '', { type: 'smtp', ssl: true, from, ...submission }),
    account('Port closed', '', { type: 'pop3', ssl: true, server: 'localhost', port: 1 }),
    account('Host name misspelled', '', {
      type: 'imap',
      ssl: true,
      server: 'imap.acme.invalid',
      port: 993,
    }),
  ];
}
