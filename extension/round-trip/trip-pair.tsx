import { visibleText } from '../../shared/visible-text.ts';
import { t } from '../words.ts';
import type { ShownTrip } from './shown-trip.ts';

/** The two accounts of this trip, by name: the form above it may have others by now. */
export function TripPair({ trip: { from, to } }: { trip: Pick<ShownTrip, 'from' | 'to'> }) {
  return (
    <p class="trip-pair">
      {t('roundTrip.form.from')}: <bdi>{visibleText(from.name, 128)}</bdi> · {t('roundTrip.form.to')}:{' '}
      <bdi>{visibleText(to.name, 128)}</bdi>
    </p>
  );
}
