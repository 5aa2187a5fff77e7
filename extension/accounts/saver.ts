import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { Account } from '../../shared/account.ts';
import type { DaemonClient } from '../../shared/daemon-client.ts';
import { movedParts } from '../../shared/endpoint-binding.ts';
import { Refused } from '../../shared/refusal.ts';
import { type Clash, clashes } from './clashes.ts';
import { type Draft, draftOf, type DraftState, formOf } from './draft.ts';
import type { Follow } from './follower.ts';

interface Parts {
  readonly call: DaemonClient['call'];
  readonly saved: ReadonlySignal<Account | undefined>;
  readonly form: ReadonlySignal<DraftState>;
  readonly baseline: ReadonlySignal<Draft>;
  readonly password: ReadonlySignal<string>;
  readonly follow: Follow;
  /** The password as it is sent. */
  readonly secrets: () => { password?: string };
}

interface Faster {
  readonly account: Account;
  readonly refusal: Refused;
}

interface Sent {
  readonly account: Account;
  readonly resets: readonly string[];
  /** What stood in the form, and in its password, when it was sent. */
  readonly draft: Draft;
  readonly typed: string;
}

/**
 * Sends the form to be saved on top of what somebody else saved meanwhile, never over it: what they changed and nobody
 * touched here comes along. It throws the refusal where the person has to look first.
 */
export function saver({ call, saved, form, baseline, password, follow, secrets }: Parts) {
  const faster = signal<Faster | undefined>(undefined);

  /** Brings what they saved into the form. A password that was typed here is bound to no server that the person has not seen. */
  function meet(known: Account, { account, refusal }: Faster, anyway: boolean): void {
    const moved = movedParts(known.connection, account.connection).length > 0;
    const look = moved && secrets().password !== undefined;
    follow(account, anyway);
    if (look || saved.peek() === known) throw refusal;
  }

  /** `anyway`: over what they saved into the fields that `clashes` names. */
  async function send(anyway: boolean): Promise<Sent> {
    const shown = faster.peek();
    const before = saved.peek();
    if (anyway && before && shown && isNewer(shown.account)) meet(before, shown, true);
    const { draft } = form.peek();
    const typed = password.peek();
    const account = formOf(draft);
    const known = saved.peek();
    if (!known)
      return { ...(await call('accountsCreate', { account }, secrets())), resets: [], draft, typed };
    const { id, revision } = known;
    try {
      return { ...(await call('accountsChange', { id, account, revision }, secrets())), draft, typed };
    } catch (error) {
      if (!(error instanceof Refused && error.refusal.kind === 'conflict')) throw error;
      faster.value = { account: (await call('accountsGet', { id })).account, refusal: error };
      meet(known, faster.value, false);
      return send(false);
    }
  }

  const isNewer = ({ revision }: Account) => revision > (saved.value?.revision ?? 0);

  return {
    send,

    /** What the person has to choose of; none when nobody was faster. */
    clashes: computed<readonly Clash[]>(() => {
      const theirs = faster.value?.account;
      if (!theirs || !isNewer(theirs)) return [];
      return clashes(form.value.draft, baseline.value, draftOf(theirs).draft);
    }),
  };
}
