import { t } from '../words.ts';
import type { AccountEditor } from './account-editor.ts';

/** What is wrong with a field, or else, while the account is new, what belongs into it. */
export function fieldWords({ errors, saved }: AccountEditor, name: 'server' | 'username') {
  const error = errors.value[name];
  return { error, hint: error === undefined && !saved.value ? t(`accounts.help.${name}`) : undefined };
}
