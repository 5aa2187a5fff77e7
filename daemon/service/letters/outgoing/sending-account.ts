import type { Account } from '../../../../shared/account.ts';
import type { Id } from '../../../../shared/id.ts';
import { texts as storeTexts } from '../../../store/texts.ts';
import type { RemoteTables } from '../../../store/store-port.ts';
import { SaidRefused } from '../../refuse.ts';
import type { LockOutGuard } from '../../tests/lock-out-guard.ts';
import { texts } from './texts.ts';

/** By which account a letter goes. */
export interface SendingAccount {
  account: Account;
  /** Nobody named it. */
  byDefault: boolean;
}

interface Parts {
  store: Pick<RemoteTables, 'accounts' | 'properties'>;
  guard: Pick<LockOutGuard, 'isGuarded'>;
}

/** The account named, or the default one. Throws `Refused` with why it cannot send, and what to do about it. */
export async function sendingAccount(
  { store, guard }: Parts,
  named: Id | undefined,
): Promise<SendingAccount> {
  const byDefault = named === undefined;
  const id = named ?? (await store.properties.all())['default.email.account.send'];
  if (id === '') throw refused('invalid', texts.noDefault, propertyCommand);
  const account = await store.accounts.get(id);
  if (!account) throw refused('not_found', byDefault ? texts.defaultGone(id) : storeTexts.noAccount(id));
  const { name, active, hasPassword, connection } = account;
  const type = connection.type.toUpperCase();
  if (connection.type !== 'smtp')
    throw refused('invalid', byDefault ? texts.defaultNotSmtp(name, type) : texts.notSmtp(name, type));
  if (!active) throw refused('invalid', byDefault ? texts.defaultInactive(name) : texts.inactive(name));
  if (!hasPassword)
    throw refused('secret_required', byDefault ? texts.defaultNoPassword(name) : texts.noPassword(name));
  if (await guard.isGuarded(id))
    throw refused('guarded', byDefault ? texts.defaultGuarded(name) : texts.guarded(name));
  return { account, byDefault };
}

const propertyCommand = 'npx mailprobe properties set default.email.account.send ID';

function refused(
  kind: SaidRefused['said']['kind'],
  message: SaidRefused['said']['message'],
  repair?: string,
): SaidRefused {
  const ofAccount = kind === 'invalid' ? { fields: { accountId: message } } : {};
  return new SaidRefused({ kind, message, repair, ...ofAccount });
}
