import type { Account } from '../../../../shared/account.ts';
import type { Id } from '../../../../shared/id.ts';
import type { RemoteTables } from '../../../store/store-port.ts';
import { texts as storeTexts } from '../../../store/texts.ts';
import { SaidRefused } from '../../refuse.ts';
import { texts } from './texts.ts';

/** From which account letters are fetched. */
export interface ReceivingAccount {
  account: Account;
  /** Nobody named it. */
  byDefault: boolean;
}

/** The account named, or the default one. Throws `Refused` with why nothing can be fetched from it. */
export async function receivingAccount(
  { accounts, properties }: Pick<RemoteTables, 'accounts' | 'properties'>,
  named: Id | undefined,
): Promise<ReceivingAccount> {
  const values = await properties.all();
  if (!values['simple.email.read.active'])
    throw refused(texts.receivingOff, 'npx mailprobe properties set simple.email.read.active on');
  const id = named ?? values['default.email.account.receive'];
  if (id === '')
    throw refused(texts.noDefault, 'npx mailprobe properties set default.email.account.receive ID');
  const account = await accounts.get(id);
  if (!account) throw new SaidRefused({ kind: 'not_found', message: storeTexts.noAccount(id) });
  if (account.connection.type === 'smtp') throw refused(texts.notReceiving(account.name));
  if (!account.active) throw refused(texts.inactive(account.name));
  return { account, byDefault: named === undefined };
}

function refused(message: SaidRefused['said']['message'], repair?: string): SaidRefused {
  return new SaidRefused({ kind: 'invalid', message, repair });
}
