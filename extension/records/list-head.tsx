import { ArrowDown, ArrowUp } from 'lucide';
import type { ConditionField } from '../../shared/condition/fields.ts';
import type { RecordSort } from '../../shared/record-query.ts';
import { Icon } from '../status/icon.tsx';
import { t } from '../words.ts';
import { useKind } from './use-kind.ts';

interface ListHeadProps {
  columns: readonly ConditionField[];
  sort: RecordSort;
  onSort: (sort: RecordSort) => void;
}

/** The names of the columns; those that sort are buttons. */
export function ListHead({ columns, sort, onSort }: ListHeadProps) {
  const { orders } = useKind();
  return (
    <thead>
      <tr>
        {columns.map((column) => {
          const order = orders[column];
          const at = order?.indexOf(sort) ?? -1;
          return (
            <th
              key={column}
              class={`records-${column}`}
              scope="col"
              aria-sort={at < 0 ? undefined : at === 0 ? 'descending' : 'ascending'}
            >
              {order ? (
                <button
                  type="button"
                  class="records-order"
                  onClick={() => onSort(at === 0 ? order[1] : order[0])}
                >
                  {t(`records.columns.${column}`)}
                  {at >= 0 && <Icon of={at === 0 ? ArrowDown : ArrowUp} size={12} />}
                </button>
              ) : (
                t(`records.columns.${column}`)
              )}
            </th>
          );
        })}
        <td class="records-acts" />
      </tr>
    </thead>
  );
}
