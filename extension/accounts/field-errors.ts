import { AccountForm, ConnectionSettings, longestName } from '../../shared/account.ts';
import type { Refusal } from '../../shared/refusal.ts';
import { schemaErrors } from '../fields/schema-errors.ts';
import { connectionOf, type Draft, formOf } from './draft.ts';

/** Every field that can be wrong, in the order of the form. */
export const fieldNames = [
  'name',
  'type',
  'server',
  'username',
  'password',
  'label',
  'active',
  'debug',
  'from',
  'port',
  'ssl',
  'tls',
  'insecure',
  'pin',
  'allowPlain',
  'allowAddress',
] as const;
export type FieldName = (typeof fieldNames)[number];
export type FieldErrors = { readonly [Name in FieldName]?: string };

/** What a person is asked about instead of being told that it is wrong. */
const answers: readonly FieldName[] = ['allowPlain', 'allowAddress'];

/** What is wrong with an account that is to be saved, by the rules of `shared/account.ts`. */
export function formErrors(draft: Draft): FieldErrors {
  return { ...schemaErrors(AccountForm, formOf(draft), fieldNames), ...connectionErrors(draft) };
}

/** What is wrong with a connection that is to be tested. */
export function connectionErrors(draft: Draft): FieldErrors {
  const connection = connectionOf(draft);
  const own = schemaErrors(ConnectionSettings, connection, fieldNames);
  // Rules over several fields are not asked while one field is wrong: here they are asked with that one mended.
  const mended = Object.fromEntries(
    Object.entries(sound).filter(([name]) => own[name as keyof typeof sound] !== undefined),
  );
  const between = schemaErrors(ConnectionSettings, { ...connection, ...mended }, fieldNames);
  return { ...between, ...own };
}

const sound = { server: 'mail.example.com', port: 993, username: 'ada' };

/** A refusal's field errors, which name their place in the body, and whether one of them asks for an answer. */
export function refusedErrors({ fields = {} }: Refusal): FieldErrors {
  const errors: { [Name in FieldName]?: string } = {};
  for (const [path, message] of Object.entries(fields)) {
    const name = fieldNames.find((name) => name === path.split('.').at(-1));
    if (name) errors[name] = message;
  }
  return errors;
}

/** The question that stands among errors, if any. */
export function questionIn(errors: FieldErrors): 'allowPlain' | 'allowAddress' | undefined {
  if (errors.allowPlain !== undefined) return 'allowPlain';
  return errors.allowAddress === undefined ? undefined : 'allowAddress';
}

/** What nobody needs to leave its field for: two that exclude each other, and a name that is too long already. */
export function toldAtOnce({ name, tls }: FieldErrors, draft: Draft): FieldErrors {
  return {
    ...(name !== undefined && draft.name.trim().length > longestName ? { name } : {}),
    ...(tls !== undefined && draft.ssl ? { tls } : {}),
  };
}

/** Without those that are questions. */
export function plainErrors(errors: FieldErrors): FieldErrors {
  return Object.fromEntries(
    Object.entries(errors).filter(([name]) => !answers.some((answer) => answer === name)),
  );
}
