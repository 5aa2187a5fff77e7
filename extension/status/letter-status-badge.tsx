import { CircleCheck, CircleHelp, CircleMinus, CircleX, Clock, type IconNode, Send } from 'lucide';
import type { LetterStatus } from '../../shared/letter.ts';
import { Icon } from './icon.tsx';

/** Symbol and word of what has become of a letter, named as conditions name it. */
export function LetterStatusBadge({ status }: { status: LetterStatus }) {
  return (
    <span class={`level letter-${status.toLowerCase().replace(' ', '-')}`} lang="en">
      <Icon of={icons[status]} size={14} class="level-icon" />
      {status}
    </span>
  );
}

const icons: Record<LetterStatus, IconNode> = {
  Ready: Clock,
  'In Process': Send,
  Processed: CircleCheck,
  Failed: CircleX,
  Ignored: CircleMinus,
  Unknown: CircleHelp,
};
