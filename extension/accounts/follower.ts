import { batch, type Signal } from '@preact/signals';
import type { Account } from '../../shared/account.ts';
import { clashes } from './clashes.ts';
import { type Draft, draftOf, type DraftState, followed } from './draft.ts';

interface Followed {
  readonly saved: Signal<Account | undefined>;
  readonly form: Signal<DraftState>;
  readonly baseline: Signal<Draft>;
  readonly password: Signal<string>;
  /** The typed one that was saved here last. */
  readonly savedPassword: Signal<string>;
}

/** Tells of an account as somebody else saved it. */
export type Follow = (account: Account, anyway?: boolean) => void;

/**
 * To be told the account each time the list of accounts is new: what another window or the command line has saved
 * reaches the form, so that a save here does not undo it. Where both changed one field to different ends nothing is
 * followed: the save here is then refused, and the person chooses; `anyway` is their choice of what stands here.
 */
export function follower({ saved, form, baseline, password, savedPassword }: Followed): Follow {
  return (account, anyway = false) => {
    const known = saved.value;
    // A list may be older than the last save here.
    if (!known || account.revision < known.revision) return;
    const { draft: after } = draftOf(account);
    const clash = clashes(form.value.draft, baseline.value, after).length > 0;
    if (account.revision > known.revision && clash && !anyway) return;
    batch(() => {
      if (account.revision > known.revision) {
        form.value = followed(form.value, baseline.value, after);
        baseline.value = after;
        saved.value = account;
        // Who saved it may have saved another password: the one that was saved here is asked for again, and not saved over it.
        if (password.value === savedPassword.value) password.value = '';
        savedPassword.value = '';
      } else if (account.hasPassword !== known.hasPassword) saved.value = account;
    });
  };
}
