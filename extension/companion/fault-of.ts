import { ConnectionTrouble } from '../../shared/connection-trouble.ts';
import { Refused } from '../../shared/refusal.ts';
import type { FaultWords } from './fault-words.ts';

/** What a failed call says to the person; anything else is a fault of ours and is thrown on. */
export function faultOf(error: unknown, title: string): FaultWords {
  if (error instanceof Refused) {
    const { message, repair, fields = {} } = error.refusal;
    const sentence = [message, ...Object.values(fields).filter((field) => field !== message)].join(' ');
    return { title, sentence, ...(repair === undefined ? {} : { command: repair }) };
  }
  if (error instanceof ConnectionTrouble) return { title, sentence: error.message };
  throw error;
}
