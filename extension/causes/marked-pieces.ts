import { fold, searchWords } from './find-causes.ts';

interface Piece {
  text: string;
  marked: boolean;
}

/** A text in pieces, those marked that the words of a search occur in; accents and case do not matter, as in the search. */
export function markedPieces(text: string, search: string): Piece[] {
  const wanted = searchWords(search);
  if (wanted.length === 0) return [{ text, marked: false }];
  const letters = [...text];
  // Where each letter stands once it is folded, which may leave one letter or several of it.
  const folded = letters.map((letter) => fold(letter) || (/\p{M}/u.test(letter) ? '' : ' '));
  const starts: number[] = [];
  let length = 0;
  for (const letter of folded) {
    starts.push(length);
    length += letter.length;
  }
  const marked = letters.map(() => false);
  const all = folded.join('');
  for (const word of wanted)
    for (let at = all.indexOf(word); at >= 0; at = all.indexOf(word, at + word.length))
      starts.forEach((start, place) => {
        if (start >= at && start < at + word.length) marked[place] = true;
      });
  const pieces: Piece[] = [];
  for (const [place, letter] of letters.entries()) {
    const last = pieces.at(-1);
    if (last && last.marked === marked[place]) last.text += letter;
    else pieces.push({ text: letter, marked: marked[place] === true });
  }
  return pieces;
}
