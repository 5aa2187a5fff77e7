import { visibleText } from '../../shared/visible-text.ts';
import { accountWords } from '../status/account-words.ts';
import { causeTitle } from '../status/cause-title.ts';
import { t } from '../words.ts';
import { eventOf } from './event-of.ts';
import { journeySteps } from './journey-steps.ts';
import { teller } from './teller.ts';
import type { ShownTrip } from './shown-trip.ts';
import { toldTrip } from './told-trip.ts';

/** The whole trip as text for somebody who cannot see the page: what the servers said, and nothing that is secret. */
export function tripText(trip: ShownTrip): string {
  const { from, to } = trip;
  const told = toldTrip(trip);
  const begun = eventOf(trip, 'begun');
  const end = eventOf(trip, 'finished');
  const arrival = end?.arrival ?? eventOf(trip, 'arrived');
  const failedAt = end?.part === 'sending' ? from : to;
  const failure = end?.failure;
  const said = end?.bounce?.diagnostic ?? failure?.reply;
  return [
    told?.title,
    ...(told?.why ?? []),
    failure && causeTitle(failure, failedAt.connection),
    said && `${t('test.serverSaid')}: ${visibleText(said, 1_000)}`,
    '',
    `${t('roundTrip.form.from')}: ${accountWords(from)}`,
    `${t('roundTrip.form.to')}: ${accountWords(to)}`,
    begun && `${t('roundTrip.form.recipient')}: ${visibleText(begun.recipient, 320)}`,
    '',
    ...journeySteps(trip).map(({ title, time, detail, said, state }) =>
      [`[${t(`roundTrip.states.${state}`)}] ${title}`, time, detail, said].filter((each) => each).join(' · '),
    ),
    ...(arrival ? ['', ...judgementLines(arrival.judgement)] : []),
  ]
    .filter((line) => line !== undefined)
    .join('\n');
}

function judgementLines(judgement: Parameters<typeof teller.judgement>[0]): string[] {
  const { by, results, notes } = teller.judgement(judgement);
  return [
    ...(results.length > 0 ? [t('roundTrip.judgement.by', { by })] : []),
    ...results.map(({ name, result, meaning, details }) =>
      [`${name} ${result}`, meaning, ...details].filter((each) => each).join(' · '),
    ),
    ...notes,
  ];
}
