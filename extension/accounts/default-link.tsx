import { useState } from 'preact/hooks';
import type { Account } from '../../shared/account.ts';
import { call } from '../state/call.ts';
import { properties } from '../state/properties.ts';
import { t } from '../words.ts';
import type { AccountEditor } from './account-editor.ts';
import { type DefaultProperty, propertyOf } from './default-account.ts';

interface DefaultLinkProps {
  editor: AccountEditor;
  account: Account;
  say: (notice: string) => void;
}

/** Of the Related Links: makes a fitting account the default, which can be taken back, or leads to the property that says it is. */
export function DefaultLink({ editor, account, say }: DefaultLinkProps) {
  // What stood there before it was set here.
  const [before, setBefore] = useState<string>();
  const name = propertyOf(account.connection.type);
  const values = properties.value?.values;
  if (!name || !values) return null;
  const isDefault = values[name] === account.id;
  // The daemon would refuse it: the record says why before it is tried.
  const barred = !account.active && !isDefault;
  const set = async (value: string) => {
    // The properties may be new before this answer is: until then, what can be taken back is known already.
    const sets = value === account.id;
    if (sets) setBefore(values[name]);
    const done = await editor.attempt(() => call('propertiesSet', { name, value }));
    if (!done && sets) setBefore(undefined);
    if (done) say(sets ? wordsOf(name) : t('accounts.record.undone'));
  };
  return (
    <li class="related-default">
      {isDefault ? <a href={`#/properties/${name}`}>{wordsOf(name)}</a> : null}
      {isDefault && before === undefined ? null : (
        // One button, so that the focus stays on it.
        <button
          type="button"
          class="button-link"
          aria-disabled={barred}
          aria-describedby={barred ? 'default-barred' : undefined}
          onClick={() => barred || void set(isDefault ? (before ?? '') : account.id)}
        >
          {isDefault ? t('accounts.undo') : t('properties.account.setDefault')}
        </button>
      )}
      {barred ? (
        <span class="related-why" id="default-barred">
          {t('properties.account.barred')}
        </span>
      ) : null}
    </li>
  );
}

function wordsOf(name: DefaultProperty): string {
  return t(`properties.account.isDefault.${keys[name]}`);
}

// A key of a text has no dots.
const keys = {
  'default.email.account.send': 'default_email_account_send',
  'default.email.account.receive': 'default_email_account_receive',
} as const;
