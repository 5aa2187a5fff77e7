import type { Sentence } from '../../sentence.ts';

/** The places a secret can lie in; the one that holds it is recorded beside each account (security §4). */
export const backends = ['keychain', 'vault', 'vault-keyfile', 'memory'] as const;
export type Backend = (typeof backends)[number];

/** Why a store cannot answer now. None of them makes another store be asked. */
export type TroubleState = 'locked' | 'dismissed' | 'timeout' | 'crashed' | 'unavailable';
export type StoreState = 'ready' | TroubleState;

export interface StoreTrouble {
  state: TroubleState;
  /** What it means and what to do, for a person. Never holds a secret. */
  sentence: Sentence;
}

export interface StoreReport {
  state: StoreState;
  sentence: Sentence;
  /** The store works, but something about it should be known. */
  warning?: Sentence;
}

export type StoreResult<T> = { value: T } | { trouble: StoreTrouble };

/** On whose behalf a store is asked. */
export interface Access {
  /** A person waits for this and may answer an unlock prompt: 60 s instead of 10 s, and no old refusal is repeated. */
  userAct?: boolean;
  /** Nobody is there: a keychain that might show a prompt is not asked, and its trouble is `locked`. */
  silent?: boolean;
  /** Gives up waiting: the result is `dismissed`. */
  signal?: AbortSignal;
}

/**
 * One place for items by name. Expected failures are results; a method throws only when the program is wrong.
 * Values are the lines of `item.ts`, which alone knows what is in them.
 */
export interface SecretStore {
  readonly backend: Backend;
  /** Asks the store itself, so a keychain may show its unlock prompt: not for the start of the daemon. */
  state(access?: Access): Promise<StoreReport>;
  /** `undefined` when there is no such item, never because the store is locked. */
  get(name: string, access?: Access): Promise<StoreResult<string | undefined>>;
  /** Answers after the item is on disk. */
  set(name: string, value: string, access?: Access): Promise<StoreResult<undefined>>;
  /** `false` when there was none. */
  delete(name: string, access?: Access): Promise<StoreResult<boolean>>;
  /** All names; `undefined` where the store cannot list safely (keytar's list ends the process on a locked keyring). */
  names(access?: Access): Promise<StoreResult<string[] | undefined>>;
  /** Forgets keys and ends processes; a later call opens it again, if it needs nobody for that. */
  close(): Promise<void>;
}

export function trouble(state: TroubleState, sentence: Sentence): { trouble: StoreTrouble } {
  return { trouble: { state, sentence } };
}
