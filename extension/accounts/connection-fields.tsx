import { securityOf } from '../../shared/account.ts';
import { t } from '../words.ts';
import type { AccountEditor } from './account-editor.ts';
import { CheckField } from './check-field.tsx';
import { offeredPort } from './draft.ts';
import { PinField } from './pin-field.tsx';
import { TextField } from '../fields/text-field.tsx';

/** The seed's fields from Port to Disable Certificate Validation, in its order. */
export function ConnectionFields({ editor }: { editor: AccountEditor }) {
  const { draft } = editor.form.value;
  const { type, port, ssl, tls, insecure } = draft;
  const errors = editor.errors.value;
  const offered = offeredPort(draft);
  return (
    <fieldset class="fields">
      <legend class="fields-legend">{t('accounts.record.connection')}</legend>
      <TextField
        name="port"
        label={t('accounts.fields.port')}
        value={port}
        required
        error={errors.port}
        help={
          offered === undefined ? undefined : (
            <>
              {t('accounts.usualPort', {
                type: t(`accounts.types.${type}`),
                security: t(`accounts.securities.${securityOf(draft)}`),
                port: offered,
              })}{' '}
              <button
                type="button"
                class="button-link"
                onClick={() => editor.change('port', String(offered))}
              >
                {t('accounts.usePort', { port: offered })}
              </button>
            </>
          )
        }
        onText={(value) => editor.change('port', value)}
        onLeave={() => editor.leave('port')}
        input={{ inputMode: 'numeric', maxLength: 5, class: 'field-port' }}
      />
      <CheckField
        name="ssl"
        checked={ssl}
        help={t('accounts.help.ssl')}
        onCheck={(on) => editor.change('ssl', on)}
      />
      <CheckField
        name="tls"
        checked={tls}
        error={errors.tls}
        help={t('accounts.help.tls')}
        warning={ssl || tls ? undefined : t('accounts.warnings.plain')}
        onCheck={(on) => editor.change('tls', on)}
      />
      <CheckField
        name="insecure"
        checked={insecure}
        help={t('accounts.help.insecure')}
        warning={insecure ? t('accounts.warnings.insecure') : undefined}
        onCheck={(on) => editor.change('insecure', on)}
      />
      <PinField editor={editor} />
    </fieldset>
  );
}
