import { parentPort } from 'node:worker_threads';
import { freeOctets } from './free-octets.ts';
import { parseLetter, type RawLetter } from './parse-letter.ts';

// One letter at a time: whoever sends them waits for the answer.
parentPort?.on('message', ({ letter }: { letter: RawLetter }) => {
  void answer(letter);
});

async function answer(letter: RawLetter): Promise<void> {
  const parsed = await parseLetter(letter);
  freeOctets(letter.raw);
  parentPort?.postMessage({ parsed });
}
