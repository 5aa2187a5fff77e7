import {
  CircleCheck,
  CircleDashed,
  CirclePause,
  CircleStop,
  CircleX,
  type IconNode,
  KeyRound,
  LoaderCircle,
  PencilLine,
  ShieldAlert,
  TriangleAlert,
} from 'lucide';
import type { AccountState } from './account-state.ts';
import { Icon } from './icon.tsx';

/** The symbol of a state, told apart by its shape as well; it says nothing without the word beside it. */
export function StateIcon({ state }: { state: AccountState }) {
  return <Icon of={icons[state]} class={state === 'running' ? 'state-icon icon-turning' : 'state-icon'} />;
}

const icons: Record<AccountState, IconNode> = {
  works: CircleCheck,
  warning: TriangleAlert,
  failed: CircleX,
  cancelled: CircleStop,
  untested: CircleDashed,
  changed: PencilLine,
  password_needed: KeyRound,
  guarded: ShieldAlert,
  inactive: CirclePause,
  running: LoaderCircle,
};
