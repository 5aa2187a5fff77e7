interface ListKeys {
  /** The row that has the focus. */
  at: number;
  count: number;
  /** Rows that are seen at once. */
  page: number;
  go: (row: number) => void;
  /** To the begin or the end of the list, wherever that is. */
  jump: (to: 'start' | 'end') => void;
  search: () => void;
}

/** What a key does in the rows; undefined for one that does nothing. */
export function listKey(
  { key, ctrlKey, metaKey, altKey }: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'>,
  { at, count, page, go, jump, search }: ListKeys,
): (() => void) | undefined {
  if (ctrlKey || metaKey || altKey) return undefined;
  const last = count - 1;
  const keys: Record<string, () => void> = {
    ArrowDown: () => go(Math.min(at + 1, last)),
    ArrowUp: () => (at <= 0 ? search() : go(at - 1)),
    PageDown: () => go(Math.min(at + page, last)),
    PageUp: () => go(Math.max(at - page, 0)),
    Home: () => jump('start'),
    End: () => jump('end'),
  };
  return Object.hasOwn(keys, key) ? keys[key] : undefined;
}
