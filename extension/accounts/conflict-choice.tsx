import { accountsWords } from '../words/accounts.ts';

interface ConflictChoiceProps {
  load: () => Promise<void>;
  saveAnyway: () => Promise<unknown>;
}

/** What a person can do about an account that somebody else has saved meanwhile: one of both gives way. */
export function ConflictChoice({ load, saveAnyway }: ConflictChoiceProps) {
  const { conflict } = accountsWords;
  return (
    <p>
      <button type="button" class="button" onClick={() => void load()}>
        {conflict.load}
      </button>{' '}
      <button type="button" class="button" onClick={() => void saveAnyway()}>
        {conflict.saveAnyway}
      </button>
    </p>
  );
}
