import { useContext } from 'preact/hooks';
import { KindContext, type RecordKind } from './record-kind.ts';

/** What the list around lists. Throws TypeError outside of one. */
export function useKind(): RecordKind {
  const kind = useContext(KindContext);
  if (!kind) throw new TypeError();
  return kind;
}
