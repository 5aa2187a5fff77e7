import { useRef } from 'preact/hooks';
import { visibleText } from '../../shared/visible-text.ts';
import { t } from '../words.ts';
import type { AccountEditor } from './account-editor.ts';
import { FieldFrame, fieldIds } from '../fields/field-frame.tsx';

/** The key that alone is accepted, where one was pinned beside a test; it can be let go of, not typed. */
export function PinField({ editor }: { editor: AccountEditor }) {
  const place = useRef<HTMLDivElement>(null);
  const { pin } = editor.form.value.draft;
  const error = editor.errors.value.pin;
  const help = t('accounts.help.pin');
  const ids = fieldIds('pin', { error, help });
  const remove = () => {
    // The button goes with the pin.
    place.current?.closest('fieldset')?.querySelector<HTMLElement>('#field-insecure')?.focus();
    editor.change('pin', '');
  };
  if (pin === '') return null;
  return (
    <div class="field-pinned" ref={place}>
      <FieldFrame name="pin" label={t('accounts.fields.pin')} wide error={error} help={help}>
        <div class="pin">
          <input
            class="pin-key"
            id={ids.field}
            readOnly
            value={visibleText(pin)}
            aria-invalid={error !== undefined}
            aria-describedby={ids.described}
          />
          <button type="button" class="button" onClick={remove}>
            {t('accounts.removePin')}
          </button>
        </div>
      </FieldFrame>
    </div>
  );
}
