import { accountTypes } from '../../shared/account-type.ts';
import { type Column, neededColumns } from '../../shared/transfer/column.ts';
import type { FileFault } from '../../shared/transfer/file-refused.ts';
import type { CellValue } from '../../shared/transfer/preview.ts';
import type { ReadFile, RowError } from '../../shared/transfer/row.ts';
import { visibleText } from '../../shared/visible-text.ts';
import { inDigits, t } from '../words.ts';

/** The label of a column, as the form has it. */
export function fieldLabel(field: Column): string {
  return field === 'id' ? t('accounts.record.id') : t(`accounts.fields.${field}`);
}

/** A value as the preview shows it; what others wrote is made visible. */
export function shownValue(value: CellValue): string {
  if (typeof value === 'boolean') return t(value ? 'transfer.on' : 'transfer.off');
  return value === '' ? t('transfer.empty') : visibleText(String(value), 200);
}

/** What is wrong with a row. */
export function errorWords(error: RowError): string {
  if ('message' in error) return error.message;
  const { rule } = error;
  const field = error.field ? fieldLabel(error.field) : '';
  switch (rule) {
    case 'cells':
      return t('transfer.rowRules.cells');
    case 'object':
      return t('transfer.rowRules.object', { keys: neededColumns.join(', ') });
    case 'switch':
      return t('transfer.rules.switch', { field, on: String(true), off: String(false) });
    case 'type':
    case 'typeMissing':
      return t(`transfer.rules.${rule}`, { field, types: accountTypes.join(', ') });
    default:
      return t(`transfer.rules.${rule}`, { field });
  }
}

/** Where a row stands in its file. */
export function placeWords({ format }: ReadFile, line: number): string {
  return t(format === 'csv' ? 'transfer.line' : 'transfer.account', { number: inDigits(line) });
}

/** Why a file is refused, and what to do. */
export function faultWords(fault: FileFault): string {
  switch (fault.kind) {
    case 'missingColumns': {
      const named = fault.columns.map((column) => `${fieldLabel(column)} (${column})`);
      return t('transfer.faults.missingColumns', { columns: named.join(', ') });
    }
    case 'twice':
      return t('transfer.faults.twice', { column: fieldLabel(fault.column) });
    case 'quotes':
      return t('transfer.faults.quotes', { line: inDigits(fault.line) });
    case 'notJson':
      return fault.line === undefined
        ? t('transfer.faults.notJson')
        : t('transfer.faults.notJsonAt', { line: inDigits(fault.line) });
    case 'notOurs':
      return t('transfer.faults.notOurs', { document: '{"mailprobe": 1, "accounts": […]}' });
    case 'noHeader':
      return t('transfer.faults.noHeader', { header: [...neededColumns, 'port'].join(',') });
    default:
      return t(`transfer.faults.${fault.kind}`);
  }
}
