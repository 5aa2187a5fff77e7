import { codeOf } from '../files.ts';
import { NotPrivate } from '../private-file.ts';
import { type StoreResult, type StoreTrouble, trouble, type TroubleState } from './secret-store.ts';
import type { Sentence } from '../../sentence.ts';
import { texts } from '../texts.ts';

/** An expected failure on its way to the one place that makes a result of it. */
export class StoreProblem extends Error {
  readonly state: TroubleState;
  readonly sentence: Sentence;

  constructor(state: TroubleState, sentence: Sentence, options?: ErrorOptions) {
    super(sentence.en, options);
    this.state = state;
    this.sentence = sentence;
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
  if (thrown instanceof StoreProblem) return trouble(thrown.state, thrown.sentence).trouble;
  if (thrown instanceof NotPrivate) return trouble('unavailable', thrown.sentence).trouble;
  const code = codeOf(thrown);
  if (!/^E[A-Z0-9]+$/.test(code)) throw thrown;
  return trouble('unavailable', diskSentences[code] ?? texts.diskRefused(code)).trouble;
}

const diskSentences: Record<string, Sentence> = {
  ENOSPC: texts.secretsDiskFull,
  EDQUOT: texts.secretsDiskFull,
  EIO: texts.diskError,
  EACCES: texts.folderClosed,
  EPERM: texts.folderClosed,
  EROFS: texts.folderReadOnly,
};
