import { type AccountType, accountTypes } from '../../shared/account.ts';
import { t } from '../words.ts';
import { FieldFrame, fieldIds } from '../fields/field-frame.tsx';

interface TypeFieldProps {
  value: AccountType;
  error?: string | undefined;
  /** What the choice brings with it. */
  warning?: string | undefined;
  onType: (type: AccountType) => void;
}

/** The protocol of the account. */
export function TypeField({ value, error, warning, onType }: TypeFieldProps) {
  const ids = fieldIds('type', { error, help: warning });
  return (
    <FieldFrame
      name="type"
      label={t('accounts.fields.type')}
      required
      error={error}
      help={warning && <span class="field-warning">{warning}</span>}
    >
      <select
        id={ids.field}
        value={value}
        aria-required="true"
        aria-describedby={ids.described}
        onChange={(event) => {
          const type = accountTypes.find((type) => type === event.currentTarget.value);
          if (type) onType(type);
        }}
      >
        {accountTypes.map((type) => (
          <option key={type} value={type}>
            {t(`accounts.typesLong.${type}`)}
          </option>
        ))}
      </select>
    </FieldFrame>
  );
}
