import { longestName } from '../../shared/account.ts';
import { properties } from '../state/properties.ts';
import { inDigits, t } from '../words.ts';
import type { AccountEditor } from './account-editor.ts';
import { CheckField } from './check-field.tsx';
import { losesActive, losesType } from './default-account.ts';
import { PasswordField } from './password-field.tsx';
import { ServerField } from './server-field.tsx';
import { TextField } from '../fields/text-field.tsx';
import { TypeField } from './type-field.tsx';
import { UsernameField } from './username-field.tsx';

interface AccountFieldsProps {
  editor: AccountEditor;
  /** The name of the account that a new one matches. */
  like: string | undefined;
  /** Its password was stored and is nowhere any more. */
  lost: boolean;
}

/** The seed's fields from Name to From, in its order. */
export function AccountFields({ editor, like, lost }: AccountFieldsProps) {
  const { draft } = editor.form.value;
  const { name, type, username, active, debug, from } = draft;
  const errors = editor.errors.value;
  const saved = editor.saved.value;
  const values = properties.value?.values;
  const text = (field: 'name' | 'label' | 'from') => ({
    name: field,
    label: t(`accounts.fields.${field}`),
    value: draft[field],
    error: errors[field],
    onText: (value: string) => editor.change(field, value),
    onLeave: () => editor.leave(field),
  });
  const offeredFrom = from === '' && /^[^\s@]+@[^\s@]+$/.test(username) ? username : undefined;
  return (
    <fieldset class="fields">
      <legend class="fields-legend">{t('accounts.record.account')}</legend>
      <TextField {...text('name')} required note={nameLength(name)} />
      <TypeField
        value={type}
        error={errors.type}
        warning={losesType(values, saved, type)}
        onType={(value) => editor.change('type', value)}
      />
      <ServerField editor={editor} />
      <UsernameField editor={editor} />
      <PasswordField
        value={editor.password.value}
        need={editor.need.value}
        stored={saved?.hasPassword ?? false}
        lost={lost}
        like={saved ? undefined : like}
        kept={!editor.passwordChanged.value}
        saves={saved?.revision}
        error={errors.password}
        onText={(text) => editor.changePassword(text)}
        onLeave={() => editor.leave('password')}
      />
      <TextField {...text('label')} wide help={t('accounts.help.label')} />
      <CheckField
        name="active"
        checked={active}
        help={t('accounts.help.active')}
        warning={active ? undefined : losesActive(values, saved)}
        onCheck={(on) => editor.change('active', on)}
      />
      <CheckField
        name="debug"
        checked={debug}
        help={t('accounts.help.debug')}
        onCheck={(on) => editor.change('debug', on)}
      />
      {type === 'smtp' ? (
        <TextField
          {...text('from')}
          required
          wide
          help={
            <>
              {t('accounts.help.from')}{' '}
              {offeredFrom ? (
                <button type="button" class="button-link" onClick={() => editor.change('from', offeredFrom)}>
                  {t('accounts.useFrom', { from: offeredFrom })}
                </button>
              ) : null}
            </>
          }
        />
      ) : null}
    </fieldset>
  );
}

/** Told when the end is near. */
const nearEnd = 24;

function nameLength(name: string): string | undefined {
  const { length } = name.trim();
  if (length < longestName - nearEnd) return undefined;
  return t('accounts.nameLength', { length: inDigits(length), most: inDigits(longestName) });
}
