import { longestText } from '../../shared/condition/rule-trouble.ts';
import type { ConditionRule } from '../../shared/condition.ts';
import { type ConditionField, conditionFields } from '../../shared/condition/fields.ts';
import { allRecipients } from '../../shared/letter-recipients.ts';
import type { ListedRecord } from './listed-record.ts';

/** The questions whether a record is as this one is in a cell, and whether it is not; undefined for what is too long to ask. */
export function cellRules(
  record: ListedRecord,
  field: ConditionField,
): { show: ConditionRule; hide: ConditionRule } | undefined {
  const value = field === 'recipients' ? allRecipients(record) : record[field];
  const isTime = conditionFields[field].type === 'time';
  if (value === undefined) {
    // Nobody can ask for what has no time.
    if (isTime) return undefined;
    return { show: { field, operator: 'isEmpty' }, hide: { field, operator: 'isNotEmpty' } };
  }
  if (isTime) {
    // The minute: nobody asks for a millisecond.
    const minute = `${value.slice(0, 16)}Z`;
    return {
      show: { field, operator: 'on', value: minute },
      hide: { field, operator: 'notOn', value: minute },
    };
  }
  if (value.length > longestText) return undefined;
  return { show: { field, operator: 'is', value }, hide: { field, operator: 'isNot', value } };
}

/** The record as a text to be pasted: what a support case needs of it, and what a script reads. */
export function recordText(record: ListedRecord): string {
  return JSON.stringify(record, undefined, 2);
}
