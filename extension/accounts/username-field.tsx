import { securityFields } from './draft.ts';
import { t } from '../words.ts';
import type { AccountEditor } from './account-editor.ts';
import { serverOfAddress } from './provider-servers.ts';
import { fieldWords } from './field-words.ts';
import { TextField } from '../fields/text-field.tsx';

/** The login. An address of a known provider tells its server, which is offered while none is typed. */
export function UsernameField({ editor }: { editor: AccountEditor }) {
  const { type, server, username } = editor.form.value.draft;
  const { error, hint } = fieldWords(editor, 'username');
  const known = server.trim() === '' ? serverOfAddress(username, type) : undefined;
  return (
    <TextField
      name="username"
      label={t('accounts.fields.username')}
      value={username}
      required
      error={error}
      help={
        known ? (
          <button
            type="button"
            class="button-link"
            onClick={() => {
              editor.changeAll({
                server: known.server,
                ...securityFields(known.security),
                port: String(known.port),
              });
              // The button is gone by then: on to what is still missing.
              document.querySelector<HTMLElement>('#field-password')?.focus();
            }}
          >
            {t('accounts.useServer', {
              server: known.server,
              port: known.port,
              security: t(`accounts.securities.${known.security}`),
            })}
          </button>
        ) : (
          hint
        )
      }
      onText={(value) => editor.change('username', value)}
      onLeave={() => editor.leave('username')}
      input={{ placeholder: 'ada@example.com', inputMode: 'email', autocapitalize: 'none' }}
    />
  );
}
