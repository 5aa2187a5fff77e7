import {
  type ConditionField,
  type Operator,
  conditionFields,
  valuesOf,
} from '../../shared/condition/fields.ts';
import { t } from '../words.ts';
import { ChoiceBoxes } from './choice-boxes.tsx';
import { OneText } from './one-text.tsx';
import { TextList } from './text-list.tsx';
import { TimeField } from './time-field.tsx';

interface ValueEditorProps {
  field: ConditionField;
  operator: Operator;
  /** Of any shape: a draft comes from an address as well. */
  value: unknown;
  /** Of the rule. */
  number: string;
  /** Id of the sentence that tells what is wrong. */
  trouble: string | undefined;
  onValue: (value: string | string[]) => void;
}

/** The field or fields for a value, by the type of what is asked and by how many the operator takes. */
export function ValueEditor({ field, operator, value, number, trouble, onValue }: ValueEditorProps) {
  const texts = (Array.isArray(value) ? value : [value]).filter((each) => typeof each === 'string');
  const [first = '', second = ''] = texts;
  const told = { label: t('logBuilder.value', { number }), trouble };
  const many = valuesOf(operator) === 'many';
  if (valuesOf(operator) === 'none') return null;
  const { type, choices = [] } = conditionFields[field];
  switch (type) {
    case 'time':
      if (operator !== 'between') return <TimeField {...told} value={first} onValue={onValue} />;
      return (
        <div class="builder-between">
          <TimeField
            label={t('logBuilder.from', { number })}
            trouble={trouble}
            value={first}
            onValue={(from) => onValue([from, second])}
          />
          <div class="builder-until">
            <span aria-hidden="true">{t('logBuilder.lead.and')}</span>
            <TimeField
              label={t('logBuilder.to', { number })}
              trouble={trouble}
              value={second}
              onValue={(to) => onValue([first, to])}
            />
          </div>
        </div>
      );
    case 'choice':
    case 'rank':
      if (many) return <ChoiceBoxes {...told} choices={choices} chosen={texts} onChosen={onValue} />;
      return (
        <select
          lang="en"
          aria-label={told.label}
          aria-invalid={trouble !== undefined}
          aria-describedby={trouble}
          value={first}
          onChange={(event) => onValue(event.currentTarget.value)}
        >
          {choices.map((choice) => (
            <option key={choice}>{choice}</option>
          ))}
        </select>
      );
    default:
      if (many) return <TextList {...told} field={field} values={texts} onValues={onValue} />;
      return <OneText {...told} field={field} value={first} onValue={onValue} />;
  }
}
