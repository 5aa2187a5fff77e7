const rowSelector = '.row';
const openSelector = '.row-open';

/** Arrow Up and Down, Home and End go from row to row of a list, wherever in the row the focus is. */
export function moveByArrows(event: KeyboardEvent): void {
  const { currentTarget: list, target } = event;
  if (!(list instanceof HTMLElement) || !(target instanceof HTMLElement)) return;
  const rows = [...list.querySelectorAll<HTMLElement>(rowSelector)];
  const at = rows.findIndex((row) => row.contains(target));
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: rows.length - 1 }[event.key];
  if (to === undefined) return;
  event.preventDefault();
  if (to < 0) document.querySelector<HTMLElement>('#filter')?.focus();
  else rows[to]?.querySelector<HTMLElement>(openSelector)?.focus();
}

/** The first Arrow Down of all, when nothing has the focus yet. */
export function enterByArrow(event: KeyboardEvent): void {
  if (event.key !== 'ArrowDown' || event.target !== document.body) return;
  event.preventDefault();
  document.querySelector<HTMLElement>(openSelector)?.focus();
}
