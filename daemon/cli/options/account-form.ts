import { AccountForm } from '../../../shared/account.ts';
import { UsageError } from '../usage-error.ts';
import { optionOfField } from './connection-settings.ts';

/** A form whose rules all hold. Throws UsageError with a sentence for each option that breaks one. */
export function checkedForm(form: unknown): AccountForm {
  const result = AccountForm.safeParse(form);
  if (result.success) return result.data;
  const sentences = new Map<string, string>();
  for (const { path, message } of result.error.issues) {
    const option = optionOfField(String(path.at(-1))) ?? 'Options';
    // A field may break several rules; its first sentence is the one to act on.
    if (!sentences.has(option)) sentences.set(option, `${option}: ${message}`);
  }
  throw new UsageError(...sentences.values());
}
