import type { ComponentChildren, InputHTMLAttributes } from 'preact';
import { FieldFrame, fieldIds } from './field-frame.tsx';

interface TextFieldProps {
  name: string;
  label: string;
  value: string;
  required?: boolean;
  wide?: boolean;
  /** Beside the label. */
  note?: string | undefined;
  error?: string | undefined;
  help?: ComponentChildren;
  onText: (text: string) => void;
  onLeave: () => void;
  /** What only some fields have: `inputMode`, `placeholder`, … */
  input?: InputHTMLAttributes;
}

/** A labelled line of text with its rule, its help and what is wrong with it. */
export function TextField({
  name,
  label,
  value,
  required = false,
  wide = false,
  note,
  error,
  help,
  onText,
  onLeave,
  input,
}: TextFieldProps) {
  const ids = fieldIds(name, { error, help });
  return (
    <FieldFrame
      name={name}
      label={label}
      required={required}
      wide={wide}
      note={note}
      error={error}
      help={help}
    >
      <input
        type="text"
        autocomplete="off"
        spellcheck={false}
        {...input}
        id={ids.field}
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
