const key = 'popup.rows';
const most = 8;

/** How many rows the popup had the last time: so many places are kept, and nothing moves when they are filled. */
export function rowsBefore(): number {
  const kept = Number(localStorage.getItem(key) ?? 3);
  return Number.isInteger(kept) && kept >= 0 ? Math.min(kept, most) : 3;
}

/** Remembers it for the next time. */
export function keepRows(rows: number): void {
  localStorage.setItem(key, String(Math.min(rows, most)));
}
