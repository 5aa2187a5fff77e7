import { codeOf } from '../files.ts';
import { NotPrivate } from '../private-file.ts';
import { type StoreResult, type StoreTrouble, trouble, type TroubleState } from './secret-store.ts';

/** An expected failure on its way to the one place that makes a result of it. */
export class StoreProblem extends Error {
  readonly state: TroubleState;

  constructor(state: TroubleState, sentence: string, options?: ErrorOptions) {
    super(sentence, options);
    this.state = state;
  }
}

/** What the disk says is a result too; anything else is ours and goes on being thrown. */
export async function settle<T>(job: () => Promise<T>): Promise<StoreResult<T>> {
  try {
    return { value: await job() };
  } catch (thrown) {
    return { trouble: troubleOf(thrown) };
  }
}

function troubleOf(thrown: unknown): StoreTrouble {
  if (thrown instanceof StoreProblem) return trouble(thrown.state, thrown.message).trouble;
  if (thrown instanceof NotPrivate) return trouble('unavailable', thrown.message).trouble;
  const code = codeOf(thrown);
  if (!/^E[A-Z0-9]+$/.test(code)) throw thrown;
  return trouble('unavailable', diskSentences[code] ?? `The disk refused (${code}). Nothing was lost.`)
    .trouble;
}

const full = 'The disk is full: free some space and try again. What was stored before is still there.';
const diskSentences: Record<string, string> = {
  ENOSPC: full,
  EDQUOT: full,
  EIO: 'The disk reports an error of its own (EIO): look after the disk. What was stored before is still there.',
  EACCES: 'The data folder may not be read or written: look at its owner and permissions.',
  EPERM: 'The data folder may not be read or written: look at its owner and permissions.',
  EROFS: 'The data folder is on a disk that is mounted read-only.',
};
