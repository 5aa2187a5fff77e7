import { t } from '../words.ts';

interface ConflictChoiceProps {
  load: () => Promise<void>;
  saveAnyway: () => Promise<unknown>;
}

/** What a person can do about an account that somebody else has saved meanwhile: one of both gives way. */
export function ConflictChoice({ load, saveAnyway }: ConflictChoiceProps) {
  return (
    <p class="notice-actions">
      <button type="button" class="button" onClick={() => void load()}>
        {t('accounts.conflict.load')}
      </button>
      <button type="button" class="button" onClick={() => void saveAnyway()}>
        {t('accounts.conflict.saveAnyway')}
      </button>
    </p>
  );
}
