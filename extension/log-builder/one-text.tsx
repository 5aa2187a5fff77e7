import { useContext } from 'preact/hooks';
import type { ConditionField } from '../../shared/condition/fields.ts';
import { longestText } from '../../shared/condition/rule-trouble.ts';
import { BuilderContext } from './builder-context.ts';
import { inputOf } from './text-input.ts';

interface OneTextProps {
  label: string;
  field: ConditionField;
  value: string;
  trouble: string | undefined;
  onValue: (value: string) => void;
}

/** A text, an id, or an account by its name or id. */
export function OneText({ label, field, value, trouble, onValue }: OneTextProps) {
  const { names, namesId } = useContext(BuilderContext);
  const isAccount = field === 'accountId';
  return (
    <input
      {...inputOf(field, namesId)}
      maxLength={longestText}
      aria-label={label}
      aria-invalid={trouble !== undefined}
      aria-describedby={trouble}
      value={isAccount ? names.nameOf(value) : value}
      onInput={(event) => {
        const text = event.currentTarget.value;
        onValue(isAccount ? names.valueOf(text) : text);
      }}
    />
  );
}
