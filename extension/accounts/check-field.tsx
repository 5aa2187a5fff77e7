import { t } from '../words.ts';
import type { ComponentChildren } from 'preact';
import { fieldIds } from '../fields/field-frame.tsx';
import type { FieldName } from './field-errors.ts';

interface CheckFieldProps {
  name: FieldName;
  checked: boolean;
  error?: string | undefined;
  help: string;
  /** What the choice means for the person, while it is on. */
  warning?: ComponentChildren;
  onCheck: (checked: boolean) => void;
}

/** A choice with a line that says what it does. */
export function CheckField({ name, checked, error, help, warning, onCheck }: CheckFieldProps) {
  const ids = fieldIds(name, { error, help });
  return (
    <div class={error === undefined ? 'check' : 'check field-wrong'}>
      <input
        class="check-box"
        type="checkbox"
        id={ids.field}
        checked={checked}
        aria-invalid={error !== undefined}
        aria-describedby={warning ? `${ids.described} ${name}-warning` : ids.described}
        onChange={(event) => onCheck(event.currentTarget.checked)}
      />
      <div class="check-words">
        <label class="field-label" for={ids.field}>
          {t(`accounts.fields.${name}`)}
        </label>
        <p class="field-help" id={ids.help}>
          {help}
        </p>
        {error === undefined ? null : (
          <p class="field-error" id={ids.error}>
            {error}
          </p>
        )}
        {warning ? (
          <p class="field-warning" id={`${name}-warning`}>
            {warning}
          </p>
        ) : null}
      </div>
    </div>
  );
}
