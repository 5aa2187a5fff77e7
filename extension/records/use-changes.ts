import type { RecordKind } from './record-kind.ts';
import { useSeldom } from './use-seldom.ts';

/** Letters come by the thousand. */
const restMs = 500;

/** The counter of a list's changes, seldom enough to ask for the list with each. */
export function useChanges(kind: RecordKind): number {
  return useSeldom(kind.changes(), restMs);
}
