import { ArrowDown, ArrowUp } from 'lucide';
import { useEffect, useRef } from 'preact/hooks';
import { Icon } from '../status/icon.tsx';
import { t } from '../words.ts';
import { type SortKey, type Sorting, sortKeys } from './list-address.ts';

interface TableHeadProps {
  sort: Sorting;
  onSort: (by: SortKey) => void;
  /** How many of the rows that are shown are selected. */
  chosen: number;
  of: number;
  onAll: (on: boolean) => void;
}

/** The names of the columns, each a button that sorts by it, and the box that selects all rows. */
export function TableHead({ sort, onSort, chosen, of, onAll }: TableHeadProps) {
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (box.current) box.current.indeterminate = chosen > 0 && chosen < of;
  }, [chosen, of]);
  return (
    <thead>
      <tr aria-rowindex={1}>
        <td class="column-check">
          <input
            ref={box}
            class="row-check"
            type="checkbox"
            checked={chosen > 0 && chosen === of}
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
            aria-sort={key !== sort.by ? undefined : sort.descending ? 'descending' : 'ascending'}
          >
            <button type="button" class="column-sort" onClick={() => onSort(key)}>
              {t(`accounts.list.columns.${key}`)}
              {key === sort.by ? <Icon of={sort.descending ? ArrowDown : ArrowUp} size={12} /> : null}
            </button>
          </th>
        ))}
        <td class="column-test" />
      </tr>
    </thead>
  );
}
