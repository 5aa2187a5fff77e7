import { useEffect, useState } from 'preact/hooks';
import type { Id } from '../../shared/id.ts';
import { returnAccount, returnAddress } from '../../shared/round-trip-words/return-mailbox.ts';
import { recordAddress } from '../addresses/accounts-address.ts';
import { letterAddress } from '../addresses/letters-address.ts';
import { logAddress, placeAddress } from '../addresses/log-address.ts';
import { ownZone } from '../own-zone.ts';
import { accounts } from '../state/accounts.ts';
import { call } from '../state/call.ts';
import { changes } from '../state/changes.ts';
import { t } from '../words.ts';
import { eventOf, letterIdOf } from './event-of.ts';
import type { ShownTrip } from './shown-trip.ts';

const newest = { where: '', sort: 'newest' } as const;

/** To the letter as it was sent, to the same one as it was fetched, and to what the Main Log says of the trip. */
export function TripLinks({ trip }: { trip: ShownTrip }) {
  const id = letterIdOf(trip);
  const found = useFound(id);
  if (trip.broken === 'refused' && id === undefined) return null;
  const log =
    id === undefined
      ? logAddress({ accountId: trip.to.id })
      : placeAddress({ where: `message contains ${id}`, sort: 'oldest', view: 'list' });
  const reports = reportsOf(trip);
  return (
    <>
      {id !== undefined && <a href={letterAddress(id, 'outgoing', newest)}>{t('roundTrip.links.sent')}</a>}
      {found !== undefined && (
        <a href={letterAddress(found, 'incoming', newest)}>{t('roundTrip.links.found')}</a>
      )}
      {trip.broken === 'left' && <a href={recordAddress(trip.to.id)}>{t('roundTrip.links.receiver')}</a>}
      {reports !== undefined && <a href={recordAddress(reports)}>{t('roundTrip.links.reports')}</a>}
      <a href={log}>{t('roundTrip.links.log')}</a>
    </>
  );
}

/** Who reads the mailbox that a report goes to, where the letter was not seen. */
function reportsOf(trip: ShownTrip): Id | undefined {
  if (!['not_seen', 'unknown'].includes(eventOf(trip, 'finished')?.fate ?? '')) return undefined;
  const known = accounts.value?.map(({ account }) => account) ?? [];
  return returnAccount(returnAddress(trip.from, trip.to), known)?.id;
}

/** The same letter among those that were fetched, by its Message-ID; it may be fetched later, or never. */
function useFound(id: Id | undefined): Id | undefined {
  const [found, setFound] = useState<Id>();
  const changed = changes.letters.value;
  useEffect(() => {
    if (id === undefined || found !== undefined) return;
    fetchedAs(id).then(setFound, () => undefined);
  }, [id, found, changed]);
  return found;
}

async function fetchedAs(id: Id): Promise<Id | undefined> {
  const { messageId } = (await call('lettersGet', { id })).letter;
  if (messageId === undefined) return undefined;
  const { records } = await call('lettersQuery', {
    direction: 'incoming',
    condition: { combinator: 'and', rules: [{ field: 'messageId', operator: 'is', value: messageId }] },
    zone: ownZone,
    sort: 'newest',
    limit: 1,
  });
  return records[0]?.id;
}
