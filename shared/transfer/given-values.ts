import { accountTypes } from '../account.ts';
import { type Column, columnNames, columns } from './column.ts';
import type { Given, ReadingRule, RowError } from './row.ts';

const on = new Set(['true', 'yes', 'on', '1']);
const off = new Set(['false', 'no', 'off', '0']);

/** What stands under each column, as cells or as JSON has it, made values of their kind, with what cannot be made one. */
export function givenValues(found: ReadonlyMap<Column, unknown>): {
  given: Given;
  errors: readonly RowError[];
} {
  const given: { [Name in Column]?: string | boolean | number } = {};
  const errors: RowError[] = [];
  for (const field of columnNames) {
    const value = valueOf(field, found.get(field));
    if (value === undefined) continue;
    if (typeof value === 'object') errors.push({ field, rule: value.rule });
    else given[field] = value;
  }
  return { given: given as Given, errors };
}

function valueOf(field: Column, raw: unknown): string | boolean | number | { rule: ReadingRule } | undefined {
  if (raw === undefined || raw === null) return undefined;
  const text = typeof raw === 'number' || typeof raw === 'boolean' ? String(raw) : raw;
  if (typeof text !== 'string') return { rule: 'text' };
  const word = text.trim().toLowerCase();
  switch (columns[field].value) {
    case 'switch':
      if (word === '') return undefined;
      if (on.has(word)) return true;
      return off.has(word) ? false : { rule: 'switch' };
    case 'port':
      if (word === '') return undefined;
      // Zero breaks the rule of the form, in its own words.
      return /^\d{1,9}$/.test(word) ? Number(word) : 0;
    case 'type':
      if (word === '') return undefined;
      return accountTypes.find((type) => type === word) ?? { rule: 'type' };
    case 'text':
      return field === 'id' ? idOf(word) : text;
  }
}

// A spreadsheet keeps fifteen digits of a number: what it spoiled is as good as no id.
function idOf(word: string): string | { rule: 'id' } | undefined {
  if (word === '' || /^\d[.,]?\d*e\+?17$/.test(word)) return undefined;
  return /^[1-9]\d{17}$/.test(word) ? word : { rule: 'id' };
}
