import { isWriting } from '../../shared/transfer/import-row.ts';
import type { RowPlan } from '../../shared/transfer/preview.ts';
import { counted, inDigits, t } from '../words.ts';

const kinds = ['new', 'changes', 'same', 'refused', 'duplicate'] as const;

/** Which rows of a long file are looked at. */
export type Shown = 'all' | 'asked' | (typeof kinds)[number];

interface ShownRowsProps {
  plans: readonly RowPlan[];
  shown: Shown;
  onShow: (shown: Shown) => void;
}

/** How many rows of each kind there are; one is chosen to be shown alone. */
export function ShownRows({ plans, shown, onShow }: ShownRowsProps) {
  const asked = plans.filter((plan) => isWriting(plan) && (plan.asked.plain || plan.asked.address)).length;
  const counts: [Shown, string, number][] = [
    ['all', counted('transfer.rows', plans.length), plans.length],
    ...kinds.map((kind): [Shown, string, number] => {
      const count = plans.filter(({ what }) => what === kind).length;
      return [kind, t(`transfer.kinds.${kind}`, { count: inDigits(count) }), count];
    }),
    ['asked', t('transfer.kinds.asked', { count: inDigits(asked) }), asked],
  ];
  return (
    <div class="transfer-kinds" role="group" aria-label={t('transfer.show')}>
      {counts
        .filter(([kind, , count]) => count > 0 || kind === shown)
        .map(([kind, words]) => (
          <button
            key={kind}
            type="button"
            class="transfer-kind"
            aria-pressed={kind === shown}
            onClick={() => onShow(kind)}
          >
            {words}
          </button>
        ))}
    </div>
  );
}
