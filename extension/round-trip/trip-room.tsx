import { useEffect } from 'preact/hooks';
import '../style/test-panel.css';
import '../style/fields.css';
import '../style/journey.css';
import '../style/round-trip.css';
import { parseRoundTripAddress } from '../addresses/round-trip-address.ts';
import { CompanionAway } from '../companion/companion-away.tsx';
import { Note } from '../frame/note.tsx';
import { AccountsWait } from '../frame/accounts-wait.tsx';
import { PropertyNotice } from '../frame/property-notice.tsx';
import { RoomHead } from '../frame/room-head.tsx';
import { useHash } from '../records/use-hash.ts';
import { accounts } from '../state/accounts.ts';
import { properties, propertiesTrouble } from '../state/properties.ts';
import { t } from '../words.ts';
import { eventOf } from './event-of.ts';
import { Journey } from './journey.tsx';
import { Judgements } from './judgements.tsx';
import { chosenPair } from './pairs.ts';
import { restoreTrip, theTrip } from './the-trip.ts';
import { toldTrip } from './told-trip.ts';
import { TripForm } from './trip-form.tsx';
import { TripVerdict } from './trip-verdict.tsx';

/** A letter on its way from one account to the mailbox of another: the choice of the two, and its journey. */
export function TripRoom() {
  const [hash, replace] = useHash();
  useEffect(() => {
    document.title = t('frame.title', { room: t('frame.rooms.roundTrip') });
  }, []);
  const known = accounts.value;
  useEffect(() => {
    if (known) restoreTrip(known.map(({ account }) => account));
  }, [known]);
  const trip = theTrip.value;
  const arrival = trip && eventOf(trip, 'arrived');
  return (
    <main id="content" tabIndex={-1}>
      <RoomHead title={t('frame.rooms.roundTrip')} lead={t('roundTrip.lead')} />
      <CompanionAway />
      <div class="page trip">
        {properties.value?.values['simple.email.smtp.active'] === false && (
          <PropertyNotice
            title={t('compose.off.title')}
            words={t('roundTrip.off')}
            property="simple.email.smtp.active"
          />
        )}
        <Choice hash={hash} replace={replace} />
        <p class="unseen" role="status">
          {trip && saidOf(trip)}
        </p>
        {trip && <TripVerdict trip={trip} />}
        {trip && (trip.events.length > 0 || trip.cancel) && <Journey trip={trip} />}
        {arrival && <Judgements judgement={arrival.judgement} />}
      </div>
    </main>
  );
}

/** For those who do not see the list grow. */
function saidOf(trip: NonNullable<typeof theTrip.value>): string {
  const told = toldTrip(trip);
  if (told) return [told.title, ...told.why].join(' ');
  return eventOf(trip, 'accepted') ? t('roundTrip.journey.waiting') : t('roundTrip.running');
}

/** The two accounts, or why there are none to choose. */
function Choice({ hash, replace }: { hash: string; replace: (hash: string) => void }) {
  const list = accounts.value;
  const known = properties.value;
  if (!list || (!known && !propertiesTrouble.value)) return <AccountsWait words={t('roundTrip.loading')} />;
  const all = list.map(({ account }) => account);
  const { from: wantedFrom, to: wantedTo } = parseRoundTripAddress(hash);
  const { from, to } = chosenPair(
    all,
    { from: wantedFrom, to: wantedTo },
    {
      send: known?.values['default.email.account.send'],
      receive: known?.values['default.email.account.receive'],
    },
  );
  if (from && to) return <TripForm accounts={all} from={from} to={to} replace={replace} />;
  return (
    <Note title={t('roundTrip.none.title')} lead={t(from ? 'roundTrip.none.to' : 'roundTrip.none.from')}>
      <a class="button" href="#/accounts/new">
        {t('roundTrip.none.link')}
      </a>
    </Note>
  );
}
