import type { ConditionPart } from '../records/condition-parts.ts';
import { chosenTime, quickTimes, whereInTime } from '../records/time-parts.ts';
import { t } from '../words.ts';

interface TimeChoiceProps {
  parts: readonly ConditionPart[];
  /** There is no condition that it could be a part of. */
  off: boolean;
  onWhere: (where: string) => void;
}

/** From when the records are; a part of the condition like any other, counted back from now whenever it is asked. */
export function TimeChoice({ parts, off, onWhere }: TimeChoiceProps) {
  const chosen = chosenTime(parts);
  return (
    <select
      class="records-choice"
      aria-label={t('log.time.title')}
      disabled={off}
      value={chosen}
      onChange={({ currentTarget: { value } }) =>
        onWhere(
          whereInTime(
            parts,
            quickTimes.find((each) => each === value),
          ),
        )
      }
    >
      <option value="any">{t('log.time.any')}</option>
      {chosen === 'other' && (
        <option value="other" disabled>
          {t('log.time.another')}
        </option>
      )}
      {quickTimes.map((each) => (
        <option key={each} value={each}>
          {t(`records.dates.${each}`)}
        </option>
      ))}
    </select>
  );
}
