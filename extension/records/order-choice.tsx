import { Pause, Play } from 'lucide';
import { type RecordSort, recordSorts } from '../../shared/record-query.ts';
import { Icon } from '../status/icon.tsx';
import { t } from '../words.ts';
import { useKind } from './use-kind.ts';

interface OrderChoiceProps {
  sort: RecordSort;
  paused: boolean;
  onSort: (sort: RecordSort) => void;
  onPause: (paused: boolean) => void;
}

/** In which order the records stand, where the table's head has no room, and whether new ones come in. */
export function OrderChoice({ sort, paused, onSort, onPause }: OrderChoiceProps) {
  const { words, orders } = useKind();
  const sorts = recordSorts.filter((each) => Object.values(orders).some((order) => order.includes(each)));
  return (
    <>
      <select
        class="records-choice records-sort"
        aria-label={t('records.sort.title')}
        value={sort}
        onChange={({ currentTarget: { value } }) => onSort(sorts.find((each) => each === value) ?? 'newest')}
      >
        {sorts.map((each) => (
          <option key={each} value={each}>
            {t(`records.sort.${each}`)}
          </option>
        ))}
      </select>
      <button
        type="button"
        class="button records-button records-live"
        title={paused ? t(`${words}.resumeWhy`) : t(`${words}.pauseWhy`)}
        onClick={() => onPause(!paused)}
      >
        <Icon of={paused ? Play : Pause} size={16} />
        {paused ? t('records.live.resume') : t('records.live.pause')}
      </button>
    </>
  );
}
