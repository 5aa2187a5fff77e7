import { type AccountType, accountTypes } from '../../shared/account.ts';
import { t } from '../words.ts';
import { FieldFrame, fieldIds } from './field-frame.tsx';

interface TypeFieldProps {
  value: AccountType;
  error?: string | undefined;
  onType: (type: AccountType) => void;
}

/** The protocol of the account. */
export function TypeField({ value, error, onType }: TypeFieldProps) {
  const ids = fieldIds('type', { error });
  return (
    <FieldFrame name="type" label={t('accounts.fields.type')} required error={error}>
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
