import { searchWords } from './find-causes.ts';

/** A text with the words of a search marked in it. */
export function Marked({ text, search }: { text: string; search: string }) {
  const wanted = searchWords(search);
  if (wanted.length === 0) return <>{text}</>;
  const pieces = text.split(new RegExp(`(${wanted.join('|')})`, 'giu'));
  return <>{pieces.map((piece, at) => (at % 2 === 1 ? <mark key={at}>{piece}</mark> : piece))}</>;
}
