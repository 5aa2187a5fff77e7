import type { ComponentChildren } from 'preact';

interface FieldFrameProps {
  /** Among those of its form; the ids come from it. */
  name: string;
  label: string;
  required?: boolean;
  wide?: boolean;
  /** Beside the label, such as that a password is stored. */
  note?: ComponentChildren;
  error?: string | undefined;
  help?: ComponentChildren;
  children: ComponentChildren;
}

/** A field of a form: label above, control, then what is wrong with it or what helps. */
export function FieldFrame({ name, label, required, wide, note, error, help, children }: FieldFrameProps) {
  const ids = fieldIds(name, { error, help });
  return (
    <div class={`field${wide ? ' field-wide' : ''}${error === undefined ? '' : ' field-wrong'}`}>
      <div class="field-head">
        <span>
          <label class="field-label" for={ids.field}>
            {label}
          </label>
          {required ? (
            <span class="field-star" aria-hidden="true">
              {' *'}
            </span>
          ) : null}
        </span>
        {note ? <span class="field-note">{note}</span> : null}
      </div>
      {children}
      {error === undefined ? null : (
        <p class="field-error" id={ids.error}>
          {error}
        </p>
      )}
      {help ? (
        <div class="field-help" id={ids.help}>
          {help}
        </div>
      ) : null}
    </div>
  );
}

/** The ids of a field and of the texts that describe it. */
export function fieldIds(name: string, { error, help }: { error?: unknown; help?: unknown }) {
  const ids = { field: `field-${name}`, error: `field-${name}-error`, help: `field-${name}-help` };
  const described = [error === undefined ? '' : ids.error, help ? ids.help : ''].filter(Boolean).join(' ');
  return { ...ids, described: described || undefined };
}
