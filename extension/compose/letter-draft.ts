import { LetterForm } from '../../shared/letter-form.ts';
import { schemaErrors } from '../fields/schema-errors.ts';

/** What stands in the form of a new letter. */
export interface LetterDraft {
  /** Empty as long as nobody has chosen one: the default account sends it. */
  readonly accountId: string;
  readonly to: string;
  readonly cc: string;
  readonly bcc: string;
  readonly subject: string;
  readonly text: string;
  /** It shows whether the account sends, and is not tried for long. */
  readonly test: boolean;
}

/** Every field that can be wrong, in the order of the form. */
export const letterFields = ['accountId', 'to', 'cc', 'bcc', 'subject', 'text'] as const;
export type LetterField = (typeof letterFields)[number];
export type LetterErrors = { readonly [Name in LetterField]?: string };

export const emptyLetter: LetterDraft = {
  accountId: '',
  to: '',
  cc: '',
  bcc: '',
  subject: '',
  text: '',
  test: false,
};

/** What is sent. */
export function letterOf({ accountId, to, cc, bcc, subject, text, test }: LetterDraft): LetterForm {
  return {
    ...(accountId === '' ? {} : { accountId }),
    to,
    ...(cc.trim() === '' ? {} : { cc }),
    ...(bcc.trim() === '' ? {} : { bcc }),
    subject,
    text,
    ...(test ? { test } : {}),
  };
}

/** What is wrong with it by the rules of `shared/letter-form.ts`; whether its account can send is not looked at here. */
export function letterErrors(draft: LetterDraft): LetterErrors {
  const alone = { to: draft.to, subject: '', text: '' };
  return {
    // A rule over several fields is not asked while one field is wrong: whether there is a To at all is asked by itself.
    ...schemaErrors(LetterForm, alone, letterFields),
    ...schemaErrors(LetterForm, letterOf(draft), letterFields),
  };
}

/** Did anybody write something into it since it was opened? From alone is chosen again in a moment. */
export function isWritten(draft: LetterDraft, begun: LetterDraft): boolean {
  return letterFields.some((name) => name !== 'accountId' && draft[name].trim() !== begun[name].trim());
}
