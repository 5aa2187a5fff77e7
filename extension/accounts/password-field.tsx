import { useState } from 'preact/hooks';
import { accountsWords } from '../words/accounts.ts';
import { FieldFrame, fieldIds } from './field-frame.tsx';
import type { PasswordNeed } from './password-need.ts';

interface PasswordFieldProps {
  value: string;
  need: PasswordNeed | undefined;
  /** Something is stored, for these settings or others. */
  stored: boolean;
  /** What is typed is what is stored. */
  kept: boolean;
  error?: string | undefined;
  onText: (text: string) => void;
  onLeave: () => void;
}

/** Write-only: it takes a password and says whether one is stored, and why it is wanted again. */
export function PasswordField({ value, need, stored, kept, error, onText, onLeave }: PasswordFieldProps) {
  const [shown, setShown] = useState(false);
  const words = accountsWords.password;
  const moved = typeof need === 'object' && value === '' ? words.moved(need.moved) : undefined;
  const replaces = stored && !need && value !== '' && !kept ? words.typed : undefined;
  const help = moved ?? replaces ?? (stored && value === '' ? words.storedHelp : undefined);
  const ids = fieldIds('password', { error, help });
  return (
    <FieldFrame
      name="password"
      label={accountsWords.fields.password}
      required
      note={
        stored && !need && (value === '' || kept) ? (
          <span class="stored">{words.stored}</span>
        ) : moved ? (
          <span class="again">{words.again}</span>
        ) : null
      }
      error={moved ? undefined : error}
      help={moved ? <span class={error === undefined ? 'field-moved' : 'field-error'}>{moved}</span> : help}
    >
      <div class="password">
        <input
          {...(shown ? ({ type: 'text' } as const) : ({ type: 'password' } as const))}
          id={ids.field}
          value={value}
          autocomplete="new-password"
          spellcheck={false}
          placeholder={stored && !need ? '••••••••••' : ''}
          aria-required={need !== undefined}
          aria-invalid={error !== undefined}
          aria-describedby={ids.described}
          onInput={(event) => onText(event.currentTarget.value)}
          onBlur={onLeave}
        />
        {value === '' ? null : (
          <button
            type="button"
            class="password-show"
            aria-label={words.showLabel}
            aria-pressed={shown}
            onClick={() => setShown(!shown)}
          >
            {shown ? words.hide : words.show}
          </button>
        )}
      </div>
    </FieldFrame>
  );
}
