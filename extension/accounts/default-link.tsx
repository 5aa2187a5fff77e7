import type { Account } from '../../shared/account.ts';
import { call } from '../state/call.ts';
import { properties } from '../state/properties.ts';
import { t } from '../words.ts';
import type { AccountEditor } from './account-editor.ts';
import { fittingProperty } from './default-account.ts';

/** Of the Related Links: makes a fitting account the default, or leads to the property that says it is. */
export function DefaultLink({ editor, account }: { editor: AccountEditor; account: Account }) {
  const name = fittingProperty(account);
  const values = properties.value?.values;
  if (!name || !values) return null;
  const set = () => editor.attempt(() => call('propertiesSet', { name, value: account.id }));
  return (
    <li>
      {values[name] === account.id ? (
        <a href={`#/properties/${name}`}>
          {t(
            `properties.account.isDefault.${name === 'default.email.account.send' ? 'default_email_account_send' : 'default_email_account_receive'}`,
          )}
        </a>
      ) : (
        <button type="button" class="button-link" onClick={() => void set()}>
          {t('properties.account.setDefault')}
        </button>
      )}
    </li>
  );
}
