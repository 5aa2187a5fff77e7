import { ArrowDown, ArrowUp } from 'lucide';
import type { LogSort } from '../addresses/log-address.ts';
import { Icon } from '../status/icon.tsx';
import { t } from '../words.ts';
import type { LogColumn } from './log-columns.ts';

interface LogHeadProps {
  columns: readonly LogColumn[];
  sort: LogSort;
  onSort: (sort: LogSort) => void;
}

/** Of a column that sorts: what it begins with, and the other way round. */
const orders: Partial<Record<LogColumn, readonly [LogSort, LogSort]>> = {
  createdAt: ['newest', 'oldest'],
  level: ['highest', 'lowest'],
};

/** The names of the columns; time and level are buttons that sort. */
export function LogHead({ columns, sort, onSort }: LogHeadProps) {
  return (
    <thead>
      <tr>
        {columns.map((column) => {
          const order = orders[column];
          const at = order?.indexOf(sort) ?? -1;
          return (
            <th
              key={column}
              class={`log-${column}`}
              scope="col"
              aria-sort={at < 0 ? undefined : at === 0 ? 'descending' : 'ascending'}
            >
              {order ? (
                <button
                  type="button"
                  class="log-order"
                  onClick={() => onSort(at === 0 ? order[1] : order[0])}
                >
                  {t(`log.columns.${column}`)}
                  {at >= 0 && <Icon of={at === 0 ? ArrowDown : ArrowUp} size={12} />}
                </button>
              ) : (
                t(`log.columns.${column}`)
              )}
            </th>
          );
        })}
        <td class="log-acts" />
      </tr>
    </thead>
  );
}
