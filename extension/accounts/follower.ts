import { batch, type Signal } from '@preact/signals';
import type { Account } from '../../shared/account.ts';
import { type Draft, draftOf, type DraftState, followed } from './draft.ts';

interface Followed {
  readonly saved: Signal<Account | undefined>;
  readonly form: Signal<DraftState>;
  readonly baseline: Signal<Draft>;
  /** The typed one that was saved here last. */
  readonly savedPassword: Signal<string>;
}

/**
 * To be told the account each time the list of accounts is new: what another window or the command line has saved
 * reaches the form, so that a save here does not undo it. Where both changed one field to different ends nothing is
 * followed: the save here is then refused, and the person chooses.
 */
export function follower({ saved, form, baseline, savedPassword }: Followed) {
  return (account: Account): void => {
    const known = saved.value;
    // A list may be older than the last save here.
    if (!known || account.revision < known.revision) return;
    const { draft: after } = draftOf(account);
    if (account.revision > known.revision && clash(form.value.draft, baseline.value, after)) return;
    batch(() => {
      if (account.revision > known.revision) {
        form.value = followed(form.value, baseline.value, after);
        baseline.value = after;
        saved.value = account;
        // Who saved it may have saved another password.
        savedPassword.value = '';
      } else if (account.hasPassword !== known.hasPassword) saved.value = account;
    });
  };
}

/** Did both sides change one field, to different ends? Consents are answers, and asked anew. */
function clash(here: Draft, before: Draft, there: Draft): boolean {
  return (Object.keys(before) as (keyof Draft)[])
    .filter((name) => name !== 'allowPlain' && name !== 'allowAddress')
    .some(
      (name) => here[name] !== before[name] && there[name] !== before[name] && here[name] !== there[name],
    );
}
