import { X } from 'lucide';
import { useContext, useId } from 'preact/hooks';
import { type RuleProps, useRule } from 'react-querybuilder';
import { conditionFields, operatorsByType } from '../../shared/condition/fields.ts';
import { Icon } from '../status/icon.tsx';
import { t } from '../words.ts';
import { BuilderContext } from './builder-context.ts';
import { draftTrouble } from './draft-trouble.ts';
import { LeadWord } from './lead-word.tsx';
import { partNumber } from './part-number.ts';
import { carriedValue, isField } from './rule-shape.ts';
import { ValueEditor } from './value-editor.tsx';

/** One question: field, operator, value, and beside it what is wrong with it. */
export function RuleRow(props: RuleProps) {
  const { rule, path, onChangeField, onChangeOperator, onChangeValue, removeRule } = useRule(props);
  const { list, isTold, tell } = useContext(BuilderContext);
  const troubleId = useId();
  const id = rule.id ?? '';
  const number = partNumber(path);
  const field = isField(rule.field) ? rule.field : list.first;
  const operators = operatorsByType[conditionFields[field].type];
  const operator = operators.find((known) => known === rule.operator) ?? operators[0];
  const trouble = isTold(id) ? draftTrouble(rule) : undefined;

  return (
    <div
      class="builder-row"
      role="group"
      aria-label={t('logBuilder.rule', { number })}
      data-rule={id}
      onFocusOut={({ currentTarget, relatedTarget }) => {
        if (relatedTarget instanceof Node && !currentTarget.contains(relatedTarget)) tell(id);
      }}
    >
      <LeadWord path={path} />
      <select
        class="builder-field"
        data-enter={id}
        aria-label={t('logBuilder.field', { number })}
        value={field}
        onChange={(event) => onChangeField(event.currentTarget.value)}
      >
        {list.fields.map((name) => (
          <option key={name} value={name}>
            {t(`records.columns.${name}`)}
          </option>
        ))}
      </select>
      <select
        class="builder-operator"
        aria-label={t('logBuilder.operator', { number })}
        value={operator}
        onChange={(event) => {
          const chosen = operators.find((known) => known === event.currentTarget.value);
          if (!chosen) return;
          onChangeOperator(chosen);
          onChangeValue(carriedValue(field, chosen, rule.value));
        }}
      >
        {operators.map((name) => (
          <option key={name} value={name}>
            {t(`records.operators.${name}`)}
          </option>
        ))}
      </select>
      <div class={`builder-value${trouble === undefined ? '' : ' field-wrong'}`}>
        <ValueEditor
          // What is half typed for one field means nothing to another.
          key={`${field} ${operator}`}
          field={field}
          operator={operator}
          value={rule.value}
          number={number}
          trouble={trouble === undefined ? undefined : troubleId}
          onValue={onChangeValue}
        />
        {trouble === undefined ? null : (
          <p class="field-error" id={troubleId}>
            {trouble}
          </p>
        )}
      </div>
      <button
        type="button"
        class="icon-button builder-remove"
        data-leave={id}
        aria-label={t('logBuilder.removeRule', { number })}
        title={t('logBuilder.removeRule', { number })}
        onClick={() => removeRule()}
      >
        <Icon of={X} />
      </button>
    </div>
  );
}
