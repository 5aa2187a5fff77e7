import { type AccountType, accountTypes } from '../../../shared/account.ts';
import { visibleText } from '../../../shared/visible-text.ts';
import { nearest } from '../nearest.ts';
import { UsageError } from '../usage-error.ts';

/** `--type`, in any case. Throws UsageError. */
export function accountType(text: string | undefined): AccountType {
  const type = accountTypes.find((known) => known === text?.toLowerCase());
  if (type) return type;
  if (!text) throw new UsageError('--type: is missing; it is imap or pop3 (reading) or smtp (sending).');
  const near = nearest(text, accountTypes);
  const hint = near ? ` Did you mean ${near}?` : ' It is imap, pop3 or smtp.';
  throw new UsageError(`--type: "${visibleText(text, 20)}" is not known.${hint}`);
}
