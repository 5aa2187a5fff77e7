import type { AccountType } from '../../shared/account.ts';
import { accountRefusal } from '../../shared/property-rules.ts';
import { accounts } from '../state/accounts.ts';
import { collator } from '../status/collator.ts';
import { t } from '../words.ts';
import { accountWords } from '../status/account-words.ts';
import type { PropertyEditor } from './property-editor.ts';
import { ValueError } from './value-error.tsx';
import { pastedId } from './typed-value.ts';

interface AccountPickerProps {
  editor: PropertyEditor;
  of: readonly AccountType[];
}

const other = 'other';

/** An account picked from those that fit, or its id typed or pasted: two views of one value. */
export function AccountPicker({ editor, of }: AccountPickerProps) {
  const id = editor.text.value;
  const all = accounts.value;
  const fitting = (all ?? [])
    .map(({ account }) => account)
    .filter((account) => !accountRefusal(editor.name, account.id, account))
    .toSorted((one, two) => collator.compare(one.name, two.name));
  const isOther = id !== '' && !fitting.some((account) => account.id === id);
  return (
    <>
      <label class="field-label" for="value-pick">
        {t('properties.page.account')}
      </label>
      <select
        id="value-pick"
        value={isOther ? other : id}
        onChange={(event) => editor.change(event.currentTarget.value)}
      >
        <option value="">{t('properties.page.accountNone')}</option>
        {fitting.map((account) => (
          <option key={account.id} value={account.id}>
            {accountWords(account)}
          </option>
        ))}
        {isOther && (
          <option value={other} disabled>
            {all ? t('properties.page.accountOther') : t('properties.values.goneAccount', { id })}
          </option>
        )}
      </select>
      {all && fitting.length === 0 && (
        <p class="field-help">
          {t('properties.page.noFitting', { types: of.map((type) => type.toUpperCase()).join(' / ') })}{' '}
          <a href="#/accounts/new">{t('properties.page.newAccount')}</a>
        </p>
      )}
      <label class="field-label property-second" for="value">
        {t('properties.page.accountId')}
      </label>
      <input
        id="value"
        type="text"
        class="property-id"
        inputMode="numeric"
        autocomplete="off"
        spellcheck={false}
        value={id}
        aria-invalid={editor.error.value !== ''}
        aria-describedby="value-error value-help"
        onInput={({ currentTarget: field }) => {
          const id = pastedId(field.value);
          // The same id with something after it is no change that would be drawn anew.
          if (field.value !== id) field.value = id;
          editor.change(id);
        }}
        onBlur={() => editor.leave()}
      />
      <ValueError editor={editor} />
      <p class="field-help" id="value-help">
        {t('properties.page.accountIdHelp')}
      </p>
    </>
  );
}
