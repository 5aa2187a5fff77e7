import { parentPort } from 'node:worker_threads';
import { parseLetter, type RawLetter } from './parse-letter.ts';

// One letter at a time: whoever sends them waits for the answer.
parentPort?.on('message', ({ letter }: { letter: RawLetter }) => {
  void parseLetter(letter).then((parsed) => parentPort?.postMessage({ parsed }));
});
