import { dynamicDates } from '../../shared/condition/time-span.ts';
import { t } from '../words.ts';
import { type TimeKind, fixedKinds, shownTime, timeKind, timeValue, turnedTo } from './time-value.ts';

interface TimeFieldProps {
  label: string;
  value: string;
  trouble: string | undefined;
  onValue: (value: string) => void;
}

/** A date by a word that means something else each day, or a fixed one with the browser's own field for it. */
export function TimeField({ label, value, trouble, onValue }: TimeFieldProps) {
  const kind = timeKind(value);
  const fixed = fixedKinds.find((each) => each === kind);
  return (
    <div class="builder-time">
      <select
        aria-label={label}
        value={kind}
        onChange={(event) => {
          const chosen = kinds.find((each) => each === event.currentTarget.value);
          if (chosen) onValue(turnedTo(chosen, value, new Date()));
        }}
      >
        <optgroup label={t('logBuilder.moving')}>
          {dynamicDates.map((date) => (
            <option key={date} value={date}>
              {t(`records.dates.${date}`)}
            </option>
          ))}
        </optgroup>
        <optgroup label={t('logBuilder.fixed')}>
          {fixedKinds.map((each) => (
            <option key={each} value={each}>
              {t(`logBuilder.times.${each}`)}
            </option>
          ))}
        </optgroup>
      </select>
      {fixed ? (
        <input
          type={fixed.startsWith('day') ? 'date' : 'datetime-local'}
          aria-label={t('logBuilder.dateOf', { label })}
          aria-invalid={trouble !== undefined}
          aria-describedby={trouble}
          min={fixed.startsWith('day') ? '1970-01-01' : '1970-01-01T00:00'}
          max={fixed.startsWith('day') ? '9999-12-31' : '9999-12-31T23:59'}
          // Seconds are shown where the date has them.
          step={/T\d\d:\d\d:/.test(value) ? '0.001' : undefined}
          value={shownTime(value)}
          onInput={(event) => onValue(timeValue(fixed, event.currentTarget.value))}
        />
      ) : null}
    </div>
  );
}

const kinds: readonly TimeKind[] = [...dynamicDates, ...fixedKinds];
