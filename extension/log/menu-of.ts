import type { OpenMenu } from './cell-menu.tsx';
import { logColumns } from './log-columns.ts';
import { type PageWindow, recordAt } from './page-window.ts';

/** The menu that this event opens: of the cell under the pointer, of the whole row for a key and for the row's own button. */
export function menuOf(event: Event, row: number, window: PageWindow): OpenMenu | undefined {
  const record = recordAt(window, row);
  if (!record || !(event instanceof MouseEvent)) return undefined;
  event.preventDefault();
  const { target, clientX: x, clientY: y } = event;
  const button = target instanceof Element && target.closest('[data-acts]');
  // A key tells no place, or the middle of what has the focus.
  const byKey =
    event.type === 'contextmenu' && (!(event instanceof PointerEvent) || event.pointerType === '');
  if (button || byKey) {
    const { right, left, bottom } = (button || (target as Element)).getBoundingClientRect();
    return { record, field: undefined, x: button ? right - 200 : left, y: bottom };
  }
  // The link of the message lies over the whole row.
  const cell = document.elementsFromPoint(x, y).find((each) => each.matches('td[data-field]'));
  const name = cell instanceof HTMLElement ? cell.dataset['field'] : undefined;
  return { record, field: logColumns.find((column) => column === name), x, y };
}
