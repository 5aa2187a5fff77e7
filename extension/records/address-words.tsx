import { isRightToLeft } from '../isolated.ts';

/** Addresses that others wrote, one after the other as in a header: a name from right to left turns no address around. */
export function AddressWords({ text }: { text: string }) {
  if (!isRightToLeft(text)) return <>{text}</>;
  return (
    <>
      {(text.match(pieces) ?? []).map((piece, at) => {
        if (!isRightToLeft(piece)) return piece;
        return (
          <bdi key={at} dir={piece.startsWith('<') ? 'ltr' : 'auto'}>
            {piece}
          </bdi>
        );
      })}
    </>
  );
}

/** A quoted name, an address in its brackets, a name or a bare address; and what stands between them, each by itself. */
const pieces = /"(?:[^"\\]|\\.)*"|<[^<>]*>|[^\s,<>"]+(?:\s+[^\s,<>"]+)*|[^]/g;
