import type { Id } from '../../../shared/id.ts';
import type { LetterHold } from '../../../shared/letter.ts';
import type { OpenDaemon } from '../client/open-daemon.ts';
import { holdWords } from './letter-text.ts';

/** Why a letter that was just asked for is not sent now; undefined while nothing is in its way. */
export async function holdNow(daemon: OpenDaemon, id: Id): Promise<{ hold?: LetterHold }> {
  const { hold } = (await daemon.call('lettersGet', { id })).letter;
  return hold === undefined ? {} : { hold };
}

/** What to expect of it, in one sentence. */
export function sentWords(id: Id, { hold }: { hold?: LetterHold }, onItsWay: string): string {
  return hold === undefined
    ? `Letter ${id} is on its way ${onItsWay}.`
    : `Letter ${id} is recorded and waits: ${holdWords[hold]}`;
}
