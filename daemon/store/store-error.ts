import type { Sentence } from '../sentence.ts';

export type StoreErrorKind =
  | 'directory_link'
  | 'directory_of_others'
  | 'directory_foreign'
  | 'directory_loose'
  | 'directory_unusable'
  | 'already_running'
  | 'schema_newer'
  | 'database_missing'
  | 'database_damaged'
  | 'backup_damaged'
  | 'disk_full'
  | 'not_found'
  | 'value_refused'
  | 'store_gone'
  | 'failed';

/** A store error as it crosses a thread, where classes are lost. */
export interface PlainStoreError {
  kind: StoreErrorKind;
  sentence: Sentence | string;
  repair?: string;
  stack?: string;
}

/**
 * What the store refuses or cannot do. `message` is a sentence in English, `repair` a command that helps. `sentence` is
 * the same in every language; one that the terminal alone shows has none.
 */
export class StoreError extends Error {
  override readonly name = 'StoreError';
  readonly kind: StoreErrorKind;
  readonly sentence: Sentence | undefined;
  readonly repair: string | undefined;

  constructor(
    kind: StoreErrorKind,
    sentence: Sentence | string,
    more: { repair?: string; cause?: unknown } = {},
  ) {
    super(typeof sentence === 'string' ? sentence : sentence.en, { cause: more.cause });
    this.kind = kind;
    this.sentence = typeof sentence === 'string' ? undefined : sentence;
    this.repair = more.repair;
  }
}

/** `failed` with the words and the stack of whatever was thrown, when it was none of ours. */
export function plainStoreError(error: unknown): PlainStoreError {
  if (error instanceof StoreError) {
    const { kind, message, sentence = message, repair } = error;
    return repair === undefined ? { kind, sentence } : { kind, sentence, repair };
  }
  if (!(error instanceof Error)) return { kind: 'failed', sentence: String(error) };
  return { kind: 'failed', sentence: error.message, stack: error.stack ?? '' };
}

export function revivedStoreError({ kind, sentence, repair, stack }: PlainStoreError): StoreError {
  return new StoreError(kind, sentence, {
    ...(repair === undefined ? {} : { repair }),
    ...(stack === undefined ? {} : { cause: stack }),
  });
}
