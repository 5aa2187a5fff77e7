import { isRightToLeft } from '../isolated.ts';
import { addressPieces } from './address-pieces.ts';

/** Addresses that others wrote, one after the other as in a header: a name from right to left turns no address around. */
export function AddressWords({ text }: { text: string }) {
  if (!isRightToLeft(text)) return <>{text}</>;
  return (
    <>
      {addressPieces(text).map((piece, at) => {
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
