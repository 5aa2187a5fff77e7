import { Circle, CircleAlert, CircleCheck, CircleX, type IconNode, LoaderCircle } from 'lucide';
import { useEffect, useState } from 'preact/hooks';
import { Icon } from '../status/icon.tsx';
import { t } from '../words.ts';
import { eventOf } from './event-of.ts';
import { type JourneyStep, journeySteps, waitedWords } from './journey-steps.ts';
import type { ShownTrip } from './shown-trip.ts';

/** The way of the letter, one line a station, with its times; those that stand out say so. */
export function Journey({ trip }: { trip: ShownTrip }) {
  return (
    <section class="panel" aria-labelledby="journey-title">
      <h2 class="panel-title" id="journey-title">
        {t('roundTrip.journey.title')}
      </h2>
      <ol class="journey">
        {journeySteps(trip).map((step) => (
          <Station key={step.key} step={step} trip={trip} />
        ))}
      </ol>
    </section>
  );
}

function Station({ step, trip }: { step: JourneyStep; trip: ShownTrip }) {
  const { key, state, title, detail, said, time, slow } = step;
  const counts = key === 'found' && state === 'running';
  return (
    <li class={`station station-${state}`}>
      <span class="station-sign">
        <Icon of={signs[state]} {...(state === 'running' && { class: 'icon-turning' })} />
        <span class="unseen">{t(`roundTrip.states.${state}`)}: </span>
      </span>
      <span class="station-title" dir="auto">
        {title}
      </span>
      <span class={slow ? 'station-time station-slow' : 'station-time'}>
        {time}
        {slow && ` · ${t('roundTrip.journey.slow')}`}
      </span>
      {detail !== undefined && <span class="station-detail">{detail}</span>}
      {counts && <Waited trip={trip} />}
      {said !== undefined && (
        <q class="station-said" lang="en" dir="ltr">
          {said}
        </q>
      )}
    </li>
  );
}

/** Counts the seconds; a screen reader is not told each. */
function Waited({ trip }: { trip: ShownTrip }) {
  const [now, setNow] = useState(() => performance.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(performance.now()), 1_000);
    return () => clearInterval(timer);
  }, []);
  const most = eventOf(trip, 'begun')?.timeoutMs ?? 0;
  const waited = Math.min(most, Math.max(0, now - trip.startedAt));
  return (
    <span class="station-detail station-waited">
      <span>{waitedWords(Math.floor(waited / 1_000), most / 1_000)}</span>
      <progress value={waited} max={most || 1} aria-label={t('roundTrip.journey.waiting')} />
    </span>
  );
}

const signs: Record<JourneyStep['state'], IconNode> = {
  done: CircleCheck,
  caution: CircleAlert,
  running: LoaderCircle,
  failed: CircleX,
  waiting: Circle,
};
