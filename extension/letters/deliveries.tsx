import { CircleCheck, CircleHelp, CircleX, Clock, type IconNode } from 'lucide';
import { type Delivery, toldOutcome } from '../../shared/letter.ts';
import { visibleText } from '../../shared/visible-text.ts';
import { Icon } from '../status/icon.tsx';
import { t } from '../words.ts';

/** What became of a letter for each of those that it was sent to, with the words of the server. */
export function Deliveries({ deliveries }: { deliveries: readonly Delivery[] }) {
  return (
    <ul class="letter-deliveries">
      {deliveries.map(({ address, outcome, reply }) => (
        <li key={address}>
          <span class={`letter-outcome letter-outcome-${outcome}`}>
            <Icon of={icons[outcome]} size={14} />
            {t(`letters.outcome.${toldOutcome({ outcome, reply })}`)}
          </span>{' '}
          <bdi dir="ltr">{visibleText(address, 998)}</bdi>
          {reply !== undefined && (
            <q class="letter-reply" lang="en" dir="ltr">
              {visibleText(reply, 500)}
            </q>
          )}
        </li>
      ))}
    </ul>
  );
}

const icons: Record<Delivery['outcome'], IconNode> = {
  waiting: Clock,
  accepted: CircleCheck,
  refused: CircleX,
  unknown: CircleHelp,
};
