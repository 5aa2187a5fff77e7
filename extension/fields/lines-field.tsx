import type { ComponentChildren } from 'preact';
import { FieldFrame, fieldIds } from './field-frame.tsx';

interface LinesFieldProps {
  name: string;
  label: string;
  value: string;
  /** At least so many lines are seen, and no more than `most`. */
  least: number;
  most: number;
  required?: boolean;
  wide?: boolean;
  spellcheck?: boolean;
  error?: string | undefined;
  help?: ComponentChildren;
  onText: (text: string) => void;
  onLeave: () => void;
}

/** A labelled field of several lines, as high as what stands in it. */
export function LinesField({
  name,
  label,
  value,
  least,
  most,
  required = false,
  wide = false,
  spellcheck = false,
  error,
  help,
  onText,
  onLeave,
}: LinesFieldProps) {
  const ids = fieldIds(name, { error, help });
  const lines = value.split('\n').length;
  return (
    <FieldFrame name={name} label={label} required={required} wide={wide} error={error} help={help}>
      <textarea
        class="lines"
        autocomplete="off"
        spellcheck={spellcheck}
        id={ids.field}
        rows={Math.min(most, Math.max(least, lines))}
        style={{ '--least': least, '--most': most }}
        dir="auto"
        value={value}
        aria-required={required}
        aria-invalid={error !== undefined}
        aria-describedby={ids.described}
        onInput={(event) => onText(event.currentTarget.value)}
        onBlur={onLeave}
      />
    </FieldFrame>
  );
}
