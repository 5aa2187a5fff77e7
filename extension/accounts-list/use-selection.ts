import { useState } from 'preact/hooks';
import type { TestedAccount } from '../../shared/account-status.ts';
import type { Id } from '../../shared/id.ts';

/** Which of the accounts that are shown are selected: what is out of sight is never acted on. */
export interface Selection {
  readonly chosen: readonly TestedAccount[];
  readonly has: (id: Id) => boolean;
  readonly toggle: (id: Id) => void;
  /** All that are shown, or none of any. */
  readonly all: (on: boolean) => void;
}

export function useSelection(shown: readonly TestedAccount[]): Selection {
  const [ids, setIds] = useState<ReadonlySet<Id>>(new Set());
  return {
    chosen: ids.size === 0 ? [] : shown.filter(({ account }) => ids.has(account.id)),
    has: (id) => ids.has(id),
    toggle(id) {
      const next = new Set(ids);
      if (!next.delete(id)) next.add(id);
      setIds(next);
    },
    all: (on) => setIds(new Set(on ? shown.map(({ account }) => account.id) : [])),
  };
}
