import { evidenceTexts as english } from './texts/en/evidence.ts';
import { textsOf } from './texts.ts';

const texts = textsOf('evidence', english);

/** Whether the same test can pass later. */
export function againSentence(retry: boolean): string {
  return retry ? texts().again : texts().notAgain;
}
