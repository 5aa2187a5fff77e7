import {
  CircleCheck,
  CircleHelp,
  CircleMinus,
  CircleX,
  Clock,
  type IconNode,
  Send,
  TriangleAlert,
} from 'lucide';
import { type LetterStatus, letterStatuses } from '../../shared/letter.ts';
import { counted } from '../words.ts';
import { Icon } from './icon.tsx';

interface LetterStatusBadgeProps {
  status: LetterStatus;
  /** How many recipients were refused; told of one that others have got. */
  refused?: number | undefined;
}

/** Symbol and word of what has become of a letter, named as conditions name it. */
export function LetterStatusBadge({ status, refused }: LetterStatusBadgeProps) {
  if (status === 'Processed' && refused)
    return (
      <span class="level letter-partly">
        <Icon of={TriangleAlert} size={14} class="level-icon" />
        <span>
          <span lang="en">{`${status},`}</span> {counted('letters.refused', refused)}
        </span>
      </span>
    );
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
