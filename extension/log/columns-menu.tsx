import { ArrowDown, ArrowUp, Columns3 } from 'lucide';
import { Icon } from '../status/icon.tsx';
import '../style/log-menus.css';
import '../style/more-menu.css';
import { t } from '../words.ts';
import { chooseColumns, chosenColumns } from './kept-columns.ts';
import { type LogColumn, logColumns, movedColumn, usualColumns } from './log-columns.ts';

/** Which columns there are, and in which order; a native popover, kept in this browser. */
export function ColumnsMenu() {
  const columns = chosenColumns.value ?? usualColumns;
  const others = logColumns.filter((column) => !columns.includes(column));
  const tick = (column: LogColumn, on: boolean) =>
    void chooseColumns(on ? [...columns, column] : columns.filter((each) => each !== column));
  return (
    <>
      <button
        type="button"
        class="button more"
        popovertarget="log-columns"
        aria-label={t('log.columnsMenu.title')}
        title={t('log.columnsMenu.title')}
      >
        <Icon of={Columns3} size={16} />
      </button>
      <div
        class="more-menu log-columns"
        id="log-columns"
        popover="auto"
        role="group"
        aria-label={t('log.columnsMenu.title')}
      >
        {[...columns, ...others].map((column) => {
          const at = columns.indexOf(column);
          const name = t(`log.columns.${column}`);
          return (
            <div key={column} class="log-column-line">
              <label class="log-column-name">
                <input
                  type="checkbox"
                  checked={at >= 0}
                  disabled={column === 'message'}
                  onChange={(event) => tick(column, event.currentTarget.checked)}
                />
                {name}
              </label>
              <Move {...{ column, columns, name, at }} by={-1} />
              <Move {...{ column, columns, name, at }} by={1} />
            </div>
          );
        })}
        <button type="button" class="more-choice" onClick={() => void chooseColumns(undefined)}>
          {t('log.columnsMenu.usual')}
        </button>
      </div>
    </>
  );
}

interface MoveProps {
  column: LogColumn;
  columns: readonly LogColumn[];
  name: string;
  at: number;
  by: -1 | 1;
}

function Move({ column, columns, name, at, by }: MoveProps) {
  const off = at < 0 || at + by < 0 || at + by >= columns.length;
  const label = by < 0 ? t('log.columnsMenu.before', { name }) : t('log.columnsMenu.after', { name });
  return (
    <button
      type="button"
      class="icon-button log-act"
      aria-label={label}
      title={label}
      // It keeps the focus: with `disabled` the next press would be lost.
      aria-disabled={off}
      onClick={() => !off && void chooseColumns(movedColumn(columns, column, by))}
    >
      <Icon of={by < 0 ? ArrowUp : ArrowDown} size={14} />
    </button>
  );
}
