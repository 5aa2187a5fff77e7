import { byteForms } from './byte-forms.ts';
import type { Form } from './form.ts';
import { textForms } from './text-forms.ts';

/** Every form that is looked for; each is needed: `redaction-forms.test.ts` drops them one by one. */
export const allForms: readonly Form[] = [...textForms, ...byteForms];

/** All spellings of a secret, without doubles; Unicode's normal forms included, since servers apply SASLprep (RFC 4013). */
export function spellingsOf(secret: string, forms: readonly Form[]): string[] {
  const written = [secret, ...(['NFC', 'NFD', 'NFKC'] as const).map((form) => secret.normalize(form))];
  return [...new Set([...new Set(written)].flatMap((text) => forms.flatMap((form) => form.spellings(text))))];
}
