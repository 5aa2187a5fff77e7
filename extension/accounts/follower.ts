import { batch, type Signal } from '@preact/signals';
import type { Account } from '../../shared/account.ts';
import { type Draft, draftOf, type DraftState, followed, sameDraft } from './draft.ts';

interface Followed {
  readonly saved: Signal<Account | undefined>;
  readonly form: Signal<DraftState>;
  readonly baseline: Signal<Draft>;
}

/**
 * To be told the account each time the list of accounts is new: what another window or the command line has saved
 * reaches the form, so that a save here does not undo it. A list may be older than the last save here, so it counts
 * only as far as it differs from the list before.
 */
export function follower(listed: Account | undefined, { saved, form, baseline }: Followed) {
  let last = listed;
  return (account: Account): void => {
    const before = last && draftOf(last).draft;
    const { draft: after } = draftOf(account);
    const same = before && sameDraft(before, after) && last?.hasPassword === account.hasPassword;
    last = account;
    // The first list after the first save of a new account says what is known.
    if (same || !before) return;
    batch(() => {
      form.value = followed(form.value, baseline.value, after);
      baseline.value = after;
      saved.value = account;
    });
  };
}
