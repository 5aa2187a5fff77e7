import { ChevronLeft, ChevronRight } from 'lucide';
import { Icon } from '../status/icon.tsx';
import { t } from '../words.ts';
import { useKind } from './use-kind.ts';
import type { Neighbours } from './use-neighbours.ts';

interface NeighbourButtonsProps {
  neighbours: Neighbours;
}

/** To the records beside one in its list; each button keeps its place and the focus at either end. */
export function NeighbourButtons({ neighbours }: NeighbourButtonsProps) {
  const { words } = useKind();
  const labels = { previous: t(`${words}.record.previous`), next: t(`${words}.record.next`) };
  return (
    <>
      {(['previous', 'next'] as const).map((side) => {
        const none = neighbours[side] === false;
        return (
          <button
            key={side}
            type="button"
            class="button more"
            aria-disabled={none}
            aria-label={labels[side]}
            title={labels[side]}
            aria-keyshortcuts={side === 'previous' ? 'ArrowLeft' : 'ArrowRight'}
            onClick={() => neighbours.step(side === 'previous' ? -1 : 1)}
          >
            <Icon of={side === 'previous' ? ChevronLeft : ChevronRight} size={16} />
          </button>
        );
      })}
    </>
  );
}
