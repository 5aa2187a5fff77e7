import { t } from '../words.ts';
import { ClashTable } from './clash-table.tsx';
import type { Clash } from './clashes.ts';

export interface ConflictChoiceProps {
  clashes: readonly Clash[];
  load: () => Promise<void>;
  saveAnyway: () => Promise<void>;
}

/** What a person can do about an account that somebody else has saved meanwhile, and the fields that this is about. */
export function ConflictChoice({ clashes, load, saveAnyway }: ConflictChoiceProps) {
  return (
    <>
      {clashes.length > 0 ? <ClashTable clashes={clashes} /> : <p>{t('accounts.conflict.came')}</p>}
      <p class="notice-actions">
        <button type="button" class="button" onClick={() => void load()}>
          {t('accounts.conflict.load')}
        </button>
        <button type="button" class="button" onClick={() => void saveAnyway()}>
          {t('accounts.conflict.saveAnyway')}
        </button>
      </p>
    </>
  );
}
