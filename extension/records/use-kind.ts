import { useContext } from 'preact/hooks';
import { KindContext, type RecordKind } from './record-kind.ts';

/** What the list around lists. Throws outside of one. */
export function useKind(): RecordKind {
  const kind = useContext(KindContext);
  if (!kind) throw new Error('There is no list around this.');
  return kind;
}
