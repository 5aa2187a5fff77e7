import { ConnectionTrouble } from '../../shared/connection-trouble.ts';
import { Refused } from '../../shared/refusal.ts';
import { popupWords } from '../words/popup.ts';

/** What a person is told of a call that failed. */
export function sentenceOf(error: unknown): string {
  return error instanceof Refused || error instanceof ConnectionTrouble ? error.message : popupWords.failed;
}
