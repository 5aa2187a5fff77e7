import { visibleText } from '../../shared/visible-text.ts';
import { accountsWords } from '../words/accounts.ts';
import type { Trouble } from './trouble.ts';

/** What went wrong with something the person asked for, and the command that helps. */
export function TroubleNotice({ trouble }: { trouble: Trouble | undefined }) {
  if (!trouble) return null;
  return (
    <div class="notice notice-bad" role="alert">
      <h2 class="notice-title">{trouble.title}</h2>
      <p>{visibleText(trouble.message)}</p>
      {trouble.repair ? (
        <p>
          {accountsWords.errors.repair} <code>{visibleText(trouble.repair)}</code>
        </p>
      ) : null}
    </div>
  );
}
