import type { RefObject } from 'preact';
import { useLayoutEffect } from 'preact/hooks';

/** `/` leads to this field from anywhere on the page where nobody types. */
export function useSlashKey(field: RefObject<HTMLInputElement | null>): void {
  // From the moment it is drawn: Firefox would open its own search for a key that nobody took.
  useLayoutEffect(() => {
    const press = (event: KeyboardEvent) => {
      const typing =
        event.target instanceof HTMLElement &&
        event.target.matches('input, textarea, select, [contenteditable]');
      if (
        (event.key !== '/' && !isSlashOfAnotherLayout(event)) ||
        event.ctrlKey ||
        event.metaKey ||
        event.altKey ||
        typing
      )
        return;
      event.preventDefault();
      field.current?.focus();
      field.current?.select();
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, [field]);
}

/** On a Russian keyboard the key of `/` says `.`, with Shift `,`. */
function isSlashOfAnotherLayout({ key, code, shiftKey }: KeyboardEvent): boolean {
  return code === 'Slash' && key === '.' && !shiftKey;
}
