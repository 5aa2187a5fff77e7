import { counted } from '../words.ts';
import { useEffect, useRef } from 'preact/hooks';
import { type FieldErrors, fieldNames } from './field-errors.ts';

/** What keeps the form from being saved or tested, each as a way to its field. `asked` counts tries: each one brings the focus here. */
export function ErrorSummary({ errors, asked }: { errors: FieldErrors; asked: number }) {
  const summary = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (asked > 0) summary.current?.focus();
  }, [asked]);
  const wrong = fieldNames.flatMap((name) =>
    errors[name] === undefined ? [] : [{ name, message: errors[name] }],
  );
  if (wrong.length === 0 || asked === 0) return null;
  return (
    <div class="notice notice-bad" ref={summary} tabIndex={-1} role="alert" aria-labelledby="errors-title">
      <h2 class="notice-title" id="errors-title">
        {counted('accounts.errors.summary', wrong.length)}
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
