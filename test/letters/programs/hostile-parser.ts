import { parentPort } from 'node:worker_threads';
import { parseLetter, type RawLetter } from '../../../daemon/service/letters/parse/parse-letter.ts';

// Stands in for a parser that a letter can hang, swell or break: by the word that it begins with.
parentPort?.on('message', ({ letter }: { letter: RawLetter }) => {
  const word = Buffer.from(letter.raw).toString('latin1', 0, 5);
  const fatal = word === 'worse' || !letter.asItCame;
  if (fatal && (word === 'hangs' || word === 'worse')) for (;;);
  if (fatal && word === 'swell') swell();
  if (fatal && word === 'break') throw new Error('broken');
  void parseLetter(letter).then((parsed) => parentPort?.postMessage({ parsed }));
});

function swell(): void {
  const held: number[][] = [];
  for (;;) held.push(Array.from({ length: 100_000 }, (_, at) => at));
}
