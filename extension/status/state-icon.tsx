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
  return icons[state];
}

function drawn(icon: IconNode, more = '') {
  return <Icon of={icon} class={`state-icon${more}`} />;
}

/** The same element each time: a row that is written anew for an account in the same state leaves its symbol alone. */
const icons: Record<AccountState, ReturnType<typeof drawn>> = {
  works: drawn(CircleCheck),
  warning: drawn(TriangleAlert),
  failed: drawn(CircleX),
  cancelled: drawn(CircleStop),
  untested: drawn(CircleDashed),
  changed: drawn(PencilLine),
  password_needed: drawn(KeyRound),
  guarded: drawn(ShieldAlert),
  inactive: drawn(CirclePause),
  running: drawn(LoaderCircle, ' icon-turning'),
};
