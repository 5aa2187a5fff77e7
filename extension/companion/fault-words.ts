import { t, type TextKey } from '../words.ts';

/** A fault as a person needs it: what is so, and what to do. `command` is for the terminal. */
export interface FaultWords {
  readonly title: string;
  readonly sentence: string;
  readonly command?: string;
}

/** The texts below a key, title and sentence, and the command that helps where there is one. */
export function faultWords(key: FaultKey, command?: string): FaultWords {
  const words = { title: t(`${key}.title`), sentence: t(`${key}.sentence`) };
  return command === undefined ? words : { ...words, command };
}

/** Each key that has a `sentence` below it; a title without one stands beside it. */
type FaultKey<Key = TextKey> = Key extends `companion.${infer Stem}.sentence` ? `companion.${Stem}` : never;
