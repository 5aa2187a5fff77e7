import { fateAccounts, mailboxAccount } from '../letters/fate-accounts.ts';
import { type Fate, mailboxOf, sender } from '../servers/real/fates.ts';
import type { Ports } from '../servers/real/ports.ts';
import type { ExampleAccount } from './example-accounts.ts';

/** What a person may see become of a letter, by the name of the mailbox that it is sent to. */
const arranged: readonly [string, Fate][] = [
  ['Letters land in the junk folder', 'junk'],
  ['Letters arrive twice', 'twice'],
  ['Letters fail SPF and DMARC', 'spoofed'],
  ['Letters are refused', 'refused'],
  ['Letters come back', 'refused-later'],
  ['Mailbox is full', 'full'],
  ['Letters are held in the queue', 'held'],
];

/** Two accounts between which letters arrive, the sender's own mailbox, and mailboxes that most letters do not come to well. */
export function letterAccounts(ports: Ports): {
  outbox: ExampleAccount;
  inbox: ExampleAccount;
  others: ExampleAccount[];
} {
  const mailbox = (name: string, user: typeof sender) => mailboxAccount(ports, name, user);
  return {
    ...fateAccounts(ports),
    others: [
      mailbox('Sales inbox', sender),
      ...arranged.map(([name, fate]) => mailbox(name, mailboxOf(fate))),
    ],
  };
}
