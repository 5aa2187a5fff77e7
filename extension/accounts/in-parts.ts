import type { Id } from '../../shared/id.ts';

/** So many ids one request takes. */
const most = 1000;

export function inParts(ids: readonly Id[]): Id[][] {
  return Array.from({ length: Math.ceil(ids.length / most) }, (_, part) =>
    ids.slice(part * most, (part + 1) * most),
  );
}
