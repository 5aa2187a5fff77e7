import { ArrowDown, ArrowUp } from 'lucide';
import { useEffect, useRef } from 'preact/hooks';
import { Icon } from '../status/icon.tsx';
import { t } from '../words.ts';
import { type SortKey, sortKeys } from './list-address.ts';

interface TableHeadProps {
  by: SortKey;
  descending: boolean;
  onSort: (by: SortKey) => void;
  /** How many of the rows that are shown are selected. */
  chosen: 'none' | 'some' | 'all';
  onAll: (on: boolean) => void;
}

/** The names of the columns, each a button that sorts by it, and the box that selects all rows. */
export function TableHead({ by, descending, onSort, chosen, onAll }: TableHeadProps) {
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (box.current) box.current.indeterminate = chosen === 'some';
  }, [chosen]);
  return (
    <thead>
      <tr aria-rowindex={1}>
        <td class="column-check">
          <input
            ref={box}
            class="row-check"
            type="checkbox"
            checked={chosen === 'all'}
            aria-label={t('accounts.list.selectAll')}
            aria-keyshortcuts="Control+A"
            onChange={(event) => onAll(event.currentTarget.checked)}
          />
        </td>
        {sortKeys.map((key) => (
          <th
            key={key}
            scope="col"
            class={`column-${key}`}
            aria-sort={key !== by ? undefined : descending ? 'descending' : 'ascending'}
          >
            <button type="button" class="column-sort" onClick={() => onSort(key)}>
              {t(`accounts.list.columns.${key}`)}
              {key === by ? <Icon of={descending ? ArrowDown : ArrowUp} size={12} /> : null}
            </button>
          </th>
        ))}
        <td class="column-test" />
      </tr>
    </thead>
  );
}
