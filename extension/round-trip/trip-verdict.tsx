import { CircleAlert, CircleCheck, CircleX, LoaderCircle } from 'lucide';
import { useEffect, useRef } from 'preact/hooks';
import type { ConnectionSettings } from '../../shared/account.ts';
import type { Failure } from '../../shared/failure.ts';
import type { RoundTripEnd } from '../../shared/round-trip.ts';
import type { ToldEnd } from '../../shared/round-trip-words/told-end.ts';
import { visibleText } from '../../shared/visible-text.ts';
import { CopyButton } from '../copy-button.tsx';
import { causeTitle } from '../status/cause-title.ts';
import { Icon } from '../status/icon.tsx';
import { CauseAdvice } from '../test-panel/cause-advice.tsx';
import { t } from '../words.ts';
import { eventOf } from './event-of.ts';
import type { ShownTrip } from './shown-trip.ts';
import { toldTrip } from './told-trip.ts';
import { TripLinks } from './trip-links.tsx';
import { TripPair } from './trip-pair.tsx';
import { tripText } from './trip-text.ts';

/** How the trip went: what is so, why, what to do next; while it goes on, that it does, and the way to end it. */
export function TripVerdict({ trip }: { trip: ShownTrip }) {
  const told = toldTrip(trip);
  const title = useRef<HTMLHeadingElement>(null);
  const running = !told;
  // What begins is seen, also where it stands below the fold.
  useEffect(() => {
    if (running) title.current?.scrollIntoView({ block: 'nearest' });
  }, [running]);
  const cancel = () => {
    // The button goes, and would take the focus with it.
    title.current?.focus();
    trip.cancel?.();
  };
  return (
    <section class={`trip-verdict trip-${told?.tone ?? 'running'}`}>
      <h2 class="trip-title" ref={title} tabIndex={-1} dir="auto">
        {told ? <Icon of={signs[told.tone]} /> : <Icon of={LoaderCircle} class="icon-turning" />}
        {told?.title ?? t('roundTrip.running')}
      </h2>
      <TripPair trip={trip} />
      {told ? (
        <Told told={told} trip={trip} />
      ) : (
        <button type="button" class="button" onClick={cancel}>
          {t('roundTrip.cancel')}
        </button>
      )}
    </section>
  );
}

function Told({ told, trip }: { told: ToldEnd; trip: ShownTrip }) {
  const end = eventOf(trip, 'finished');
  return (
    <div class="trip-words">
      {told.why.map((why) => (
        <p key={why}>{why}</p>
      ))}
      {end && <Said end={end} />}
      {end?.failure && end.part && (
        <Cause failure={end.failure} connection={trip[ends[end.part]].connection} />
      )}
      {told.steps.length > 0 && (
        <>
          <h3 class="advice-part">{t('test.steps')}</h3>
          <ol class="advice-steps">
            {told.steps.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
        </>
      )}
      <div class="trip-actions">
        <CopyButton label={t('roundTrip.copy')} text={() => tripText(trip)} />
        <TripLinks trip={trip} />
      </div>
    </div>
  );
}

const ends = { sending: 'from', receiving: 'to' } as const;
const signs = { good: CircleCheck, caution: CircleAlert, bad: CircleX } as const;

/** What broke, why, and what helps. */
function Cause(what: { failure: Failure; connection: ConnectionSettings }) {
  return (
    <>
      <h3 class="trip-cause">{causeTitle(what.failure, what.connection)}</h3>
      <CauseAdvice {...what} />
    </>
  );
}

/** The words of servers about a letter that did not come; where something broke they stand beside its cause. */
function Said({ end: { bounce, reply, arrival, failure } }: { end: RoundTripEnd }) {
  const report = bounce?.diagnostic ?? bounce?.status;
  const said = report ?? (arrival || failure ? undefined : reply);
  if (said === undefined) return null;
  return (
    <figure class="said">
      <figcaption class="advice-part">
        {report === undefined ? t('test.serverSaid') : t('roundTrip.reportSaid')}
      </figcaption>
      <blockquote class="quoted" lang="en" dir="ltr">
        {visibleText(said, 1_000)}
      </blockquote>
    </figure>
  );
}
