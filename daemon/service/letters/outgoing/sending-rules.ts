import { isDeepStrictEqual } from 'node:util';
import type { PropertyName } from '../../../../shared/properties.ts';
import type { Id } from '../../../../shared/id.ts';
import type { RemoteTables } from '../../../store/store-port.ts';
import { SaidRefused } from '../../refuse.ts';
import { texts } from './texts.ts';

/** What the properties say of every letter that is sent. */
export interface SendingRules {
  /** Of `simple.email.smtp.active`. */
  active: boolean;
  /** Of `simple.email.test.user`. */
  testUsers: readonly string[];
}

const names: readonly PropertyName[] = ['simple.email.smtp.active', 'simple.email.test.user'];

/**
 * Throws `Refused` where one of them is damaged: its default would send what was switched off, and to those that it was to be
 * kept from.
 */
export async function sendingRules({ properties }: Pick<RemoteTables, 'properties'>): Promise<SendingRules> {
  const [values, damaged] = await Promise.all([properties.all(), properties.damaged()]);
  const broken = names.find((name) => damaged.includes(name));
  if (broken !== undefined)
    throw new SaidRefused({ kind: 'internal', message: texts.propertyDamaged(broken) });
  return { active: values['simple.email.smtp.active'], testUsers: values['simple.email.test.user'] };
}

/** What a letter was begun with still holds: a keychain may have asked for a minute, and servers are slow. */
export async function maySendStill(
  { accounts, properties }: Pick<RemoteTables, 'accounts' | 'properties'>,
  accountId: Id,
  begun: SendingRules,
): Promise<boolean> {
  const [now, account] = await Promise.all([sendingRules({ properties }), accounts.get(accountId)]);
  return account?.active === true && isDeepStrictEqual(now, begun);
}
