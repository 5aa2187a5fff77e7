import { CircleCheck, CircleHelp, CircleMinus, CircleX, Clock, type IconNode, Send } from 'lucide';
import { type LetterStatus, letterStatuses } from '../../shared/letter.ts';
import { Icon } from './icon.tsx';

/** Symbol and word of what has become of a letter, named as conditions name it. */
export function LetterStatusBadge({ status }: { status: LetterStatus }) {
  return (
    <span class={`level letter-${status.toLowerCase().replace(' ', '-')}`} lang="en">
      <Icon of={icons[letterStatuses.indexOf(status)] ?? CircleHelp} size={14} class="level-icon" />
      {status}
    </span>
  );
}

/** In the order of the statuses. */
const icons = [
  Clock,
  Send,
  CircleCheck,
  CircleX,
  CircleMinus,
  CircleHelp,
] as const satisfies readonly IconNode[] & { length: (typeof letterStatuses)['length'] };
