import type { Id } from '../../shared/id.ts';
import { visibleText } from '../../shared/visible-text.ts';
import { counted } from '../words.ts';

/** So many are named for a reason; of the others their number is told. */
const mostNamed = 3;

interface LeftOut {
  readonly accountId: Id;
  readonly reason: string;
}

/** The accounts that were not tested, each reason once behind those it holds for. */
export function leftOut(skipped: readonly LeftOut[], names: ReadonlyMap<Id, string>): string {
  const byReason = Map.groupBy(skipped, ({ reason }) => reason);
  return [...byReason]
    .map(([reason, accounts]) => {
      const named = accounts
        .slice(0, mostNamed)
        .map(({ accountId }) => visibleText(names.get(accountId) ?? accountId, 128));
      const more = accounts.length - named.length;
      const all = named.join(', ') + (more > 0 ? ` ${counted('accounts.list.ask.more', more)}` : '');
      // The sentence around them has a full stop of its own.
      return `${all} (${visibleText(reason).replace(/\.$/, '')})`;
    })
    .join('; ');
}
