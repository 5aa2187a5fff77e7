import { UsageError } from '../usage-error.ts';

/** Several checks whose sentences are told together. */
export interface Attempts {
  /** The value of the check, or undefined when its sentences were kept. */
  attempt: <Value>(check: () => Value) => Value | undefined;
  /** Throws UsageError with all that was kept, if anything was. */
  settle: () => void;
}

export function attempts(): Attempts {
  const sentences: string[] = [];
  return {
    attempt(check) {
      try {
        return check();
      } catch (error) {
        if (!(error instanceof UsageError)) throw error;
        sentences.push(...error.sentences);
        return undefined;
      }
    },
    settle() {
      if (sentences.length > 0) throw new UsageError(...sentences);
    },
  };
}
