import { counted } from '../words.ts';
import { useLayoutEffect, useRef } from 'preact/hooks';

interface ErrorSummaryProps<Name extends string> {
  errors: { readonly [Each in Name]?: string };
  /** The fields in the order of the form. */
  order: readonly Name[];
  /** Counts tries: each one brings the focus here. */
  asked: number;
}

/** What keeps a form from being done with, each as a way to its field. */
export function ErrorSummary<Name extends string>({ errors, order, asked }: ErrorSummaryProps<Name>) {
  const summary = useRef<HTMLDivElement>(null);
  // With the paint: the next key is for it.
  useLayoutEffect(() => {
    if (asked > 0) summary.current?.focus();
  }, [asked]);
  const wrong = order.flatMap((name) =>
    errors[name] === undefined ? [] : [{ name, message: errors[name] }],
  );
  if (wrong.length === 0 || asked === 0) return null;
  return (
    <div class="notice notice-bad" ref={summary} tabIndex={-1} role="alert" aria-labelledby="errors-title">
      <h2 class="notice-title" id="errors-title">
        {counted('fields.errors', wrong.length)}
      </h2>
      <ul class="errors">
        {wrong.map(({ name, message }) => (
          <li key={name}>
            <a href={`#field-${name}`} onClick={(event) => toField(event, name)}>
              {message}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}

// The address after `#` is the room's: the jump must not change it.
function toField(event: Event, name: string): void {
  event.preventDefault();
  document.querySelector<HTMLElement>(`#field-${name}`)?.focus();
}
