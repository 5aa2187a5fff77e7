import { ArrowDown, ArrowUp, Columns3 } from 'lucide';
import { Icon } from '../status/icon.tsx';
import '../style/records-menus.css';
import '../style/more-menu.css';
import { t } from '../words.ts';
import { chooseColumns, chosenColumns } from './kept-columns.ts';
import type { ConditionField } from '../../shared/condition/fields.ts';
import { movedColumn } from './columns.ts';
import type { RecordKind } from './record-kind.ts';
import { useKind } from './use-kind.ts';

/** Which columns there are, and in which order; a native popover, kept in this browser. */
export function ColumnsMenu() {
  const kind = useKind();
  const columns = chosenColumns(kind).value ?? kind.usual;
  const others = kind.columns.filter((column) => !columns.includes(column));
  const tick = (column: ConditionField, on: boolean) =>
    void chooseColumns(kind, on ? [...columns, column] : columns.filter((each) => each !== column));
  return (
    <>
      <button
        type="button"
        class="button more"
        popovertarget="records-columns"
        aria-label={t('records.columnsMenu.title')}
        title={t('records.columnsMenu.title')}
      >
        <Icon of={Columns3} size={16} />
      </button>
      <div
        class="more-menu records-columns"
        id="records-columns"
        popover="auto"
        role="group"
        aria-label={t('records.columnsMenu.title')}
      >
        {[...columns, ...others].map((column) => {
          const at = columns.indexOf(column);
          const name = t(`records.columns.${column}`);
          return (
            <div key={column} class="records-column-line">
              <label class="records-column-name">
                <input
                  type="checkbox"
                  checked={at >= 0}
                  disabled={column === kind.linked}
                  onChange={(event) => tick(column, event.currentTarget.checked)}
                />
                {name}
              </label>
              <Move {...{ kind, column, columns, name, at }} by={-1} />
              <Move {...{ kind, column, columns, name, at }} by={1} />
            </div>
          );
        })}
        <button type="button" class="more-choice" onClick={() => void chooseColumns(kind, undefined)}>
          {t('records.columnsMenu.usual')}
        </button>
      </div>
    </>
  );
}

interface MoveProps {
  kind: RecordKind;
  column: ConditionField;
  columns: readonly ConditionField[];
  name: string;
  at: number;
  by: -1 | 1;
}

function Move({ kind, column, columns, name, at, by }: MoveProps) {
  const off = at < 0 || at + by < 0 || at + by >= columns.length;
  const label = by < 0 ? t('records.columnsMenu.before', { name }) : t('records.columnsMenu.after', { name });
  return (
    <button
      type="button"
      class="icon-button records-act"
      aria-label={label}
      title={label}
      // It keeps the focus: with `disabled` the next press would be lost.
      aria-disabled={off}
      onClick={() => !off && void chooseColumns(kind, movedColumn(columns, column, by))}
    >
      <Icon of={by < 0 ? ArrowUp : ArrowDown} size={14} />
    </button>
  );
}
