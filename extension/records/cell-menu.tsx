import { useLayoutEffect, useRef } from 'preact/hooks';
import type { ConditionRule } from '../../shared/condition.ts';
import type { ConditionField } from '../../shared/condition/fields.ts';
import { copy } from '../clipboard.ts';
import { moveByArrows } from '../frame/move-by-arrows.ts';
import '../style/more-menu.css';
import '../style/records-menus.css';
import { t } from '../words.ts';
import { cellRules, recordText } from './cell-rules.ts';
import type { ListedRecord } from './listed-record.ts';
import { partWords } from './rule-words.ts';
import { useKind } from './use-kind.ts';

/** A record whose menu is open, and where. */
export interface OpenMenu {
  record: ListedRecord;
  /** The cell that was asked; all of them where the row was. */
  field: ConditionField | undefined;
  x: number;
  y: number;
}

interface CellMenuProps {
  open: OpenMenu;
  onAsk: (rule: ConditionRule) => void;
  onClose: () => void;
}

const moveInMenu = moveByArrows({ line: '.more-choice' });

/** Show Matching and Filter Out for a cell or a whole row, and what can be copied; a native popover that keys reach. */
export function CellMenu({ open, onAsk, onClose }: CellMenuProps) {
  const menu = useRef<HTMLDivElement>(null);
  const { columns, linked, links, words } = useKind();
  const { record, field, x, y } = open;
  useLayoutEffect(() => {
    const { current } = menu;
    if (!current) return;
    if (!current.matches(':popover-open')) current.showPopover();
    const { width, height } = current.getBoundingClientRect();
    current.style.left = `${Math.max(8, Math.min(x, innerWidth - width - 8))}px`;
    current.style.top = `${Math.max(8, Math.min(y, innerHeight - height - 8))}px`;
    current.querySelector<HTMLElement>('.more-choice')?.focus();
  }, [open]);
  const fields = field ? [field] : columns.filter((name) => name !== linked);
  const asks = fields.flatMap((name) => {
    const rules = cellRules(record, name);
    return rules ? [{ name, ...rules }] : [];
  });
  const value = field && record[field];
  return (
    <div
      class="more-menu records-menu"
      popover="auto"
      ref={menu}
      aria-label={t('records.menu.title')}
      role="group"
      onKeyDown={moveInMenu}
      onContextMenu={(event) => event.preventDefault()}
      onToggle={({ newState }) => {
        if (newState !== 'closed') return;
        // Where the row that it was opened from was drawn anew meanwhile.
        if (menu.current?.contains(document.activeElement) || document.activeElement === document.body)
          document.querySelector<HTMLElement>('.records-row a[tabindex="0"]')?.focus({ preventScroll: true });
        onClose();
      }}
      onClick={({ target }) => {
        if (target instanceof Element && target.closest('.more-choice')) menu.current?.hidePopover();
      }}
    >
      <p class="records-menu-title">{t('records.menu.show')}</p>
      {asks.map(({ name, show }) => (
        <button key={name} type="button" class="more-choice" onClick={() => onAsk(show)}>
          {partWords(show)}
        </button>
      ))}
      <p class="records-menu-title">{t('records.menu.hide')}</p>
      {asks.map(({ name, show, hide }) => (
        <button
          key={name}
          type="button"
          class="more-choice"
          aria-label={t('records.menu.hideWhat', { what: partWords(show) })}
          onClick={() => onAsk(hide)}
        >
          {partWords(show)}
        </button>
      ))}
      <p class="records-menu-title">{t('records.menu.more')}</p>
      {value !== undefined && (
        <button type="button" class="more-choice" onClick={() => void copy(value)}>
          {t('records.menu.copyValue')}
        </button>
      )}
      <button type="button" class="more-choice" onClick={() => void copy(recordText(record))}>
        {t(`${words}.copyRecord`)}
      </button>
      {links(record).map(({ words, address }) => (
        <a key={address} class="more-choice" href={address}>
          {words}
        </a>
      ))}
    </div>
  );
}
