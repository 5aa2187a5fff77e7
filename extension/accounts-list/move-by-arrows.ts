const rowLinks = 'a[data-account]';

/** Arrow keys, Home and End move between the rows' links; above the first one is the search. Enter from there opens the first. */
export function moveByArrows(event: KeyboardEvent): void {
  if (!(event.target instanceof HTMLElement) || event.isComposing) return;
  const links = [...document.querySelectorAll<HTMLElement>(rowLinks)];
  const inSearch = event.target.matches('input');
  const at = links.findIndex((link) => link.closest('tr')?.contains(event.target as Node) ?? false);
  if (inSearch && event.key === 'Enter') {
    links[0]?.click();
    return;
  }
  const to = inSearch
    ? { ArrowDown: 0 }[event.key]
    : { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: links.length - 1 }[event.key];
  if (to === undefined) return;
  event.preventDefault();
  const next = to < 0 ? document.querySelector<HTMLElement>('#find-accounts') : links[to];
  next?.focus();
}
