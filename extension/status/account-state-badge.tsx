import { useMemo } from 'preact/hooks';
import type { TestedAccount } from '../../shared/account-status.ts';
import { t } from '../words.ts';
import { accountState, type RunShown } from './account-state.ts';
import { StateIcon } from './state-icon.tsx';

interface AccountStateBadgeProps {
  tested: TestedAccount;
  run?: RunShown | undefined;
  /** The word is for screen readers and hover alone, where the row says the same in words. */
  iconOnly?: boolean;
}

/** Symbol and word for the state of an account, never colour alone. */
export function AccountStateBadge({ tested, run, iconOnly = false }: AccountStateBadgeProps) {
  const state = accountState(tested, run);
  const word = run ? stageWord(run) : t(`status.states.${state}`);
  // Left as it is when its row is written anew for another account in the same state.
  return useMemo(
    () => (
      <span class={`state state-${state}`} title={iconOnly ? word : undefined}>
        <StateIcon state={state} />
        <span class={iconOnly ? 'unseen' : 'state-word'}>{word}</span>
      </span>
    ),
    [state, word, iconOnly],
  );
}

/** What a running test does now, such as `login…`. */
export function stageWord({ stage }: RunShown): string {
  return stage ? t(`status.doing.${stage}`) : t('status.waiting');
}
