import { Fragment } from 'preact';
import type { ConditionField } from '../../shared/condition/fields.ts';
import type { RecordSort } from '../../shared/record-query.ts';
import type { ListPlace } from '../addresses/list-place.ts';
import { ListHead } from './list-head.tsx';
import { ListRow } from './list-row.tsx';
import { type PageWindow, recordAt, rowCount } from './page-window.ts';
import { useKind } from './use-kind.ts';
import type { RowsInSight } from './use-rows-in-sight.ts';

interface ListTableProps {
  window: PageWindow;
  columns: readonly ConditionField[];
  /** Not chosen: some give way where the window is narrow. */
  usual: boolean;
  place: ListPlace;
  height: number;
  drawn: RowsInSight;
  /** The row that Tab leads to; it is drawn wherever it is. */
  at: number;
  onSort: (sort: RecordSort) => void;
  onMenu: (event: Event, row: number) => void;
}

/** One line for each record that is drawn; empty rows hold the place of all others. */
export function ListTable({
  window,
  columns,
  usual,
  place,
  height,
  drawn,
  at,
  onSort,
  onMenu,
}: ListTableProps) {
  const kind = useKind();
  const count = rowCount(window);
  const { start, end } = window.edges;
  const rows = rowsOf(drawn, at, count);
  const act = (event: Event, button: boolean) => {
    const { target } = event;
    if (!(target instanceof Element) || (button && !target.closest('[data-acts]'))) return;
    const row = target.closest<HTMLElement>('[data-row]');
    if (row) onMenu(event, Number(row.dataset['row']));
  };
  let next = 0;
  const drawnRows = rows.map((row) => {
    const gap = row - next;
    next = row + 1;
    const record = recordAt(window, row);
    return (
      <Fragment key={record?.id ?? `row ${row}`}>
        {gap > 0 && <Gap rows={gap} height={height} />}
        {record ? (
          <ListRow
            record={record}
            row={row}
            number={start === undefined ? row + 2 : undefined}
            columns={columns}
            active={row === at}
            address={kind.recordAddress(record.id, place)}
          />
        ) : (
          <Gap rows={1} height={height} />
        )}
      </Fragment>
    );
  });
  return (
    <table
      class={usual ? 'records-table records-usual' : 'records-table'}
      aria-label={kind.title()}
      aria-rowcount={start === undefined && end === undefined ? count + 1 : -1}
    >
      <ListHead columns={columns} sort={place.sort} onSort={onSort} />
      <tbody onContextMenu={(event) => act(event, false)} onClick={(event) => act(event, true)}>
        {drawnRows}
        {count > next && <Gap rows={count - next} height={height} />}
      </tbody>
    </table>
  );
}

function rowsOf({ first, last }: RowsInSight, at: number, count: number): number[] {
  const end = Math.min(last, count - 1);
  const rows = Array.from({ length: Math.max(0, end - first + 1) }, (_, n) => first + n);
  if (at < 0 || at >= count || (at >= first && at <= end)) return rows;
  return at < first ? [at, ...rows] : [...rows, at];
}

/** In the place of rows that are not drawn, or not here yet. */
function Gap({ rows, height }: { rows: number; height: number }) {
  return (
    <tr class="records-gap" aria-hidden="true">
      <td style={{ height: `${rows * height}px` }} />
    </tr>
  );
}
