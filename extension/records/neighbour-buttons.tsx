import { ChevronLeft, ChevronRight } from 'lucide';
import type { Id } from '../../shared/id.ts';
import { Icon } from '../status/icon.tsx';
import { t } from '../words.ts';
import { useKind } from './use-kind.ts';
import type { Neighbours } from './use-neighbours.ts';

interface NeighbourButtonsProps {
  neighbours: Neighbours | undefined;
  go: (id: Id) => void;
}

/** To the records beside one in its list; each button keeps its place and the focus at either end. */
export function NeighbourButtons({ neighbours, go }: NeighbourButtonsProps) {
  const { words } = useKind();
  const labels = { previous: t(`${words}.record.previous`), next: t(`${words}.record.next`) };
  return (
    <>
      {(['previous', 'next'] as const).map((side) => {
        const to = neighbours?.[side];
        return (
          <button
            key={side}
            type="button"
            class="button more"
            aria-disabled={to === undefined}
            aria-label={labels[side]}
            title={labels[side]}
            aria-keyshortcuts={side === 'previous' ? 'ArrowLeft' : 'ArrowRight'}
            onClick={() => {
              if (to !== undefined) go(to);
            }}
          >
            <Icon of={side === 'previous' ? ChevronLeft : ChevronRight} size={16} />
          </button>
        );
      })}
    </>
  );
}
