import { columns } from '../../../shared/transfer/column.ts';
import { isWriting } from '../../../shared/transfer/import-row.ts';
import type { Asked, CellValue, RowPlan } from '../../../shared/transfer/preview.ts';
import type { ReadFile } from '../../../shared/transfer/row.ts';
import { visibleText } from '../../../shared/visible-text.ts';
import { paint } from '../paint.ts';
import type { Output } from '../terminal.ts';
import { errorSentence } from './transfer-words.ts';

/** What an import will do, row by row, and what it passes over, for a person. */
export function previewText(
  read: ReadFile,
  plans: readonly RowPlan[],
  confirmed: Asked,
  out: Output,
): string {
  const place = read.format === 'csv' ? 'Line' : 'Account';
  const lines = plans.flatMap((plan) => [
    `${paint(out)('strong', `${place} ${plan.line}`.padEnd(14))}${plan.what.padEnd(11)}${visibleText(plan.name, 60)}`,
    ...detailsOf(plan, place, confirmed).map((detail) => `${' '.repeat(14)}${visibleText(detail)}`),
  ]);
  const counts = kinds.flatMap((what) => {
    const count = plans.filter((plan) => plan.what === what).length;
    return count > 0 ? [`${count} ${what}`] : [];
  });
  return [...lines, '', `${counts.join(', ')}.`, ...notes(read), ''].join('\n');
}

const kinds = ['new', 'changes', 'same', 'refused', 'duplicate'] as const;

function notes({ passwords, notRead }: ReadFile): string[] {
  return [
    ...(passwords ? ['Passwords are not imported: those of the file were passed over.'] : []),
    ...(notRead.length > 0
      ? [`Not read: ${notRead.map((heading) => visibleText(heading, 40)).join(', ')}.`]
      : []),
  ];
}

function detailsOf(plan: RowPlan, place: string, confirmed: Asked): string[] {
  if (plan.what === 'refused') return plan.errors.map(errorSentence);
  if (plan.what === 'duplicate') return [`The same account as ${place.toLowerCase()} ${plan.of}.`];
  if (!isWriting(plan)) return [];
  const { asked } = plan;
  const changes =
    plan.what === 'changes'
      ? [
          ...plan.changes.map(
            ({ field, from, to }) => `${columns[field].label}: ${shown(from)} → ${shown(to)}`,
          ),
          ...(plan.losesPassword ? ['The stored password is removed: it was typed for other settings.'] : []),
          ...plan.resets.map((name) => `Property ${name} is reset: the account works there no longer.`),
        ]
      : [];
  return [
    ...changes,
    ...(asked.plain ? [`Plain text: ${confirmation(confirmed.plain, '--allow-plain')}`] : []),
    ...(asked.address ? [`Unusual address: ${confirmation(confirmed.address, '--allow-address')}`] : []),
  ];
}

function confirmation(given: boolean, option: string): string {
  return given ? 'confirmed.' : `left out unless ${option} confirms it.`;
}

function shown(value: CellValue): string {
  if (typeof value === 'boolean') return value ? 'on' : 'off';
  return value === '' ? '(empty)' : String(value);
}
