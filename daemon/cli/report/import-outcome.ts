import { isWriting } from '../../../shared/transfer/import-row.ts';
import type { RowPlan, Writing } from '../../../shared/transfer/preview.ts';
import { visibleText } from '../../../shared/visible-text.ts';

/** How one row ended. */
export type Outcome =
  | { readonly outcome: 'imported'; readonly id: string }
  | { readonly outcome: 'failed'; readonly reason: string }
  | { readonly outcome: 'left' };

/** How this row ended, by its line; nothing for one that an import does not write. */
export function outcomeOf(plan: RowPlan, outcomes: ReadonlyMap<number, Outcome>): Outcome | undefined {
  return isWriting(plan) ? (outcomes.get(plan.line) ?? { outcome: 'left' }) : undefined;
}

export function countImported(outcomes: ReadonlyMap<number, Outcome>): number {
  return [...outcomes.values()].filter(({ outcome }) => outcome === 'imported').length;
}

/** What became of the rows that were to be written, and what to do next. */
export function outcomeText(
  writing: readonly Writing[],
  outcomes: ReadonlyMap<number, Outcome>,
  format: 'csv' | 'json',
): string {
  const place = format === 'csv' ? 'Line' : 'Account';
  const lines = writing.map((plan) => {
    const end = outcomeOf(plan, outcomes) ?? { outcome: 'left' };
    const more = 'id' in end ? end.id : 'reason' in end ? visibleText(end.reason) : '';
    return `${`${place} ${plan.line}`.padEnd(14)}${end.outcome.padEnd(11)}${more}`.trimEnd();
  });
  const done = countImported(outcomes);
  const next = 'A password is typed for each: npx mailprobe accounts change ID --password-stdin';
  return [...lines, `Imported: ${done} of ${writing.length}.`, ...(done > 0 ? [next] : []), ''].join('\n');
}
