import {
  type ConditionField,
  type Operator,
  conditionFields,
  operatorsByType,
  valuesOf,
} from '../../shared/condition/fields.ts';

type RuleValue = string | string[] | undefined;

/** What react-querybuilder keeps as a text, as one of our fields. */
export function isField(name: string): name is ConditionField {
  return Object.hasOwn(conditionFields, name);
}

/** What a field is asked at first: what people ask of it most. */
export function firstOperator(field: ConditionField): Operator {
  const { type } = conditionFields[field];
  if (type === 'rank') return 'atLeast';
  // A user name is known as a whole.
  if (type === 'text' && field !== 'username') return 'contains';
  return operatorsByType[type][0];
}

/** A value that can be asked as it stands, where there is one; else an empty one of the operator's shape. */
export function firstValue(field: ConditionField, operator: Operator): RuleValue {
  switch (valuesOf(operator)) {
    case 'none':
      return undefined;
    case 'one':
      return single(field);
    case 'two':
      return ['yesterday', 'today'];
    case 'many':
      return [];
  }
}

/** As much of the value as the other operator can take, so that nothing is chosen twice. */
export function carriedValue(field: ConditionField, operator: Operator, value: unknown): RuleValue {
  const kept = (Array.isArray(value) ? value : [value]).filter((each) => typeof each === 'string');
  const [first = single(field), second = first] = kept;
  switch (valuesOf(operator)) {
    case 'none':
      return undefined;
    case 'one':
      return first;
    case 'two':
      return kept.length > 1 ? [first, second] : ['yesterday', first];
    case 'many':
      return kept.filter((each) => each !== '');
  }
}

function single(field: ConditionField): string {
  const { type, choices = [] } = conditionFields[field];
  switch (type) {
    case 'choice':
      return choices[0] ?? '';
    case 'rank':
      return 'Warning';
    case 'time':
      return 'today';
    default:
      return '';
  }
}
