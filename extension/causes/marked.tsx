import { markedPieces } from './marked-pieces.ts';

/** A text with the words of a search marked in it. */
export function Marked({ text, search }: { text: string; search: string }) {
  return (
    <>
      {markedPieces(text, search).map(({ text: piece, marked }, at) =>
        marked ? <mark key={at}>{piece}</mark> : piece,
      )}
    </>
  );
}
