import { t } from '../words.ts';

// By name, since the classes come with schemas that the popup need not load.
const tellable = new Set(['Refused', 'ConnectionTrouble']);

/** What a person is told of a call that failed. */
export function sentenceOf(error: unknown): string {
  return error instanceof Error && tellable.has(error.name) ? error.message : t('status.failedCall');
}
