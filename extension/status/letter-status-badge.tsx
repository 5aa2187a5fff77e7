import { CircleCheck, CircleHelp, CircleMinus, CircleX, Clock, type IconNode, Send } from 'lucide';
import type { LetterStatus } from '../../shared/letter.ts';
import { t } from '../words.ts';
import { Icon } from './icon.tsx';

/** Symbol and word of what has become of a letter. */
export function LetterStatusBadge({ status }: { status: LetterStatus }) {
  return (
    <span class={`letter-status letter-${status.toLowerCase().replace(' ', '-')}`}>
      <Icon of={icons[status]} size={14} class="letter-status-icon" />
      {t(`status.letters.${keys[status]}`)}
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

const keys = {
  Ready: 'ready',
  'In Process': 'inProcess',
  Processed: 'processed',
  Failed: 'failed',
  Ignored: 'ignored',
  Unknown: 'unknown',
} as const satisfies Record<LetterStatus, string>;
