import type { OpenMenu } from './cell-menu.tsx';
import type { RecordKind } from './record-kind.ts';
import { type PageWindow, recordAt } from './page-window.ts';

/** The menu that this event opens: of the cell under the pointer, of the whole row for a key and for the row's own button. */
export function menuOf(
  event: Event,
  row: number,
  window: PageWindow,
  { columns }: RecordKind,
): OpenMenu | undefined {
  const record = recordAt(window, row);
  if (!record) return undefined;
  event.preventDefault();
  const by = event instanceof KeyboardEvent ? document.activeElement : buttonOf(event);
  if (by || !(event instanceof MouseEvent)) {
    const { left, bottom } = (by ?? document.body).getBoundingClientRect();
    return { record, field: undefined, x: left, y: bottom };
  }
  const { clientX: x, clientY: y } = event;
  // The link of the message lies over the whole row.
  const cell = document.elementsFromPoint(x, y).find((each) => each.matches('td[data-field]'));
  const name = cell instanceof HTMLElement ? cell.dataset['field'] : undefined;
  return { record, field: columns.find((column) => column === name), x, y };
}

function buttonOf({ target }: Event): Element | null {
  return target instanceof Element ? target.closest('[data-acts]') : null;
}
