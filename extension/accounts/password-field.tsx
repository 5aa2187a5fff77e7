import { t } from '../words.ts';
import { useState } from 'preact/hooks';
import type { BoundPart } from '../../shared/endpoint-binding.ts';
import { FieldFrame, fieldIds } from '../fields/field-frame.tsx';
import type { PasswordNeed } from './password-need.ts';
import { useShownPassword } from './use-shown-password.ts';

interface PasswordFieldProps {
  value: string;
  need: PasswordNeed | undefined;
  /** Something is stored, for these settings or others. */
  stored: boolean;
  /** What was stored is nowhere any more. */
  lost: boolean;
  /** What is typed is what is stored. */
  kept: boolean;
  /** How often the account has been saved. */
  saves: number | undefined;
  /** The name of the account that this new one matches. */
  like?: string | undefined;
  error?: string | undefined;
  onText: (text: string) => void;
  onLeave: () => void;
}

/** Write-only: it takes a password and says whether one is stored, and why it is wanted again. */
export function PasswordField({
  value,
  need,
  stored,
  lost,
  kept,
  saves,
  like,
  error,
  onText,
  onLeave,
}: PasswordFieldProps) {
  const [shown, setShown] = useShownPassword(saves);
  const [handed] = useState(value);
  const moved = value === '' ? againWords(need, lost) : undefined;
  const replaces = stored && !need && value !== '' && !kept ? t('accounts.password.typed') : undefined;
  const keeps = stored && value === '' ? t('accounts.password.storedHelp') : undefined;
  const help =
    moved ??
    replaces ??
    keeps ??
    (like === undefined ? undefined : likeWords(like, handed !== '' && value === handed));
  const ids = fieldIds('password', { error, help });
  return (
    <FieldFrame
      name="password"
      label={t('accounts.fields.password')}
      required
      note={
        stored && !need && (value === '' || kept) ? (
          <span class="stored">{t('accounts.password.stored')}</span>
        ) : moved ? (
          <span class="again">{t('accounts.password.again')}</span>
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
            aria-label={shown ? t('accounts.password.hideLabel') : t('accounts.password.showLabel')}
            onClick={() => setShown(!shown)}
          >
            {shown ? t('accounts.password.hide') : t('accounts.password.show')}
          </button>
        )}
      </div>
    </FieldFrame>
  );
}

/** Why one that was stored is wanted again. */
function againWords(need: PasswordNeed | undefined, lost: boolean): string | undefined {
  if (typeof need === 'object') return movedWords(need.moved);
  return need && lost ? t('accounts.password.lost') : undefined;
}

function movedWords(moved: readonly BoundPart[]): string {
  return t('accounts.password.moved', {
    parts: moved.map((part) => t(`accounts.boundParts.${part}`)).join(', '),
  });
}

function likeWords(name: string, handed: boolean): string {
  return handed ? t('accounts.password.handed', { name }) : t('accounts.password.like', { name });
}
