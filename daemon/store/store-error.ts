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
  message: string;
  repair?: string;
  stack?: string;
}

/** What the store refuses or cannot do. `message` is a sentence for the person, `repair` a command that helps. */
export class StoreError extends Error {
  override readonly name = 'StoreError';
  readonly kind: StoreErrorKind;
  readonly repair: string | undefined;

  constructor(kind: StoreErrorKind, sentence: string, more: { repair?: string; cause?: unknown } = {}) {
    super(sentence, { cause: more.cause });
    this.kind = kind;
    this.repair = more.repair;
  }
}

/** `failed` with the words and the stack of whatever was thrown, when it was none of ours. */
export function plainStoreError(error: unknown): PlainStoreError {
  if (error instanceof StoreError) {
    const { kind, message, repair } = error;
    return repair === undefined ? { kind, message } : { kind, message, repair };
  }
  if (!(error instanceof Error)) return { kind: 'failed', message: String(error) };
  return { kind: 'failed', message: error.message, stack: error.stack ?? '' };
}

export function revivedStoreError({ kind, message, repair, stack }: PlainStoreError): StoreError {
  return new StoreError(kind, message, {
    ...(repair === undefined ? {} : { repair }),
    ...(stack === undefined ? {} : { cause: stack }),
  });
}
