import type { AccountType } from '../../shared/account.ts';
import { accountRefusal } from '../../shared/property-rules.ts';
import { accounts } from '../state/accounts.ts';
import { propertiesWords } from '../words/properties.ts';
import { accountWords } from './account-words.ts';
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
  const { page } = propertiesWords;
  const id = editor.text.value;
  const all = accounts.value;
  const fitting = (all ?? [])
    .map(({ account }) => account)
    .filter((account) => !accountRefusal(editor.name, account.id, account))
    .toSorted((one, two) => one.name.localeCompare(two.name));
  const isOther = id !== '' && !fitting.some((account) => account.id === id);
  return (
    <>
      <label class="field-label" for="value-pick">
        {page.account}
      </label>
      <select
        id="value-pick"
        value={isOther ? other : id}
        onChange={(event) => editor.change(event.currentTarget.value)}
      >
        <option value="">{page.accountNone}</option>
        {fitting.map((account) => (
          <option key={account.id} value={account.id}>
            {accountWords(account)}
          </option>
        ))}
        {isOther && (
          <option value={other} disabled>
            {page.accountOther}
          </option>
        )}
      </select>
      {all && fitting.length === 0 && (
        <p class="field-help">
          {page.noFitting(of.map((type) => type.toUpperCase()).join(' / '))}{' '}
          <a href="#/accounts/new">{page.newAccount}</a>
        </p>
      )}
      <label class="field-label property-second" for="value">
        {page.accountId}
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
        onInput={(event) => editor.change(pastedId(event.currentTarget.value))}
        onBlur={() => editor.leave()}
      />
      <ValueError editor={editor} />
      <p class="field-help" id="value-help">
        {page.accountIdHelp}
      </p>
    </>
  );
}
