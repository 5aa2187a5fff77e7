import { Id } from '../../../shared/id.ts';
import { visibleText } from '../../../shared/visible-text.ts';
import { UsageError } from '../usage-error.ts';

/** Throws UsageError when a command that takes no words was given some; they are not repeated. */
export function noWords(command: string, words: readonly string[]): void {
  if (words.length === 0) return;
  const given = words.length === 1 ? '1 was' : `${words.length} were`;
  throw new UsageError(`${command}: takes no words beside its options; ${given} given.`);
}

/** The words a command takes, one for each name. Throws UsageError when there are fewer or more. */
export function exactWords<const Names extends readonly string[]>(
  command: string,
  names: Names,
  words: readonly string[],
): { [I in keyof Names]: string } {
  if (words.length !== names.length) {
    const usage = `${command} ${names.join(' ')}`;
    const why = words.length < names.length ? `${names[words.length] ?? ''} is missing` : 'too many words';
    throw new UsageError(`${command}: ${why}. Usage: mailprobe ${usage}. Values with blanks need quotes.`);
  }
  return words as { [I in keyof Names]: string };
}

/** One id or several of accounts. Throws UsageError. */
export function idWords(command: string, words: readonly string[]): [Id, ...Id[]] {
  const [first, ...others] = words.map((word) => idWord(command, word));
  if (first !== undefined) return [first, ...others];
  throw new UsageError(`${command}: ID is missing. Usage: mailprobe ${command} ID [ID …].`);
}

/** Where ids of letters stand, for `idWord`. */
export const lettersSay = 'npx mailprobe letters lists those of the letters';

/** The id of an account, a letter, a test or a record; `where` says where those of its kind stand. Throws UsageError. */
export function idWord(
  what: string,
  text: string,
  where = 'npx mailprobe accounts lists those of the accounts',
): Id {
  if (Id.safeParse(text).success) return text;
  throw new UsageError(`${what}: "${visibleText(text, 30)}" is no id. An id is 18 digits; ${where}.`);
}
