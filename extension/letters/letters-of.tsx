import { SquarePen } from 'lucide';
import { useEffect } from 'preact/hooks';
import { type LettersAddress, lettersAddress } from '../addresses/letters-address.ts';
import { composeAddress } from '../addresses/compose-address.ts';
import { FetchMenu } from '../fetching/fetch-menu.tsx';
import { FetchSlot } from '../fetching/fetch-slot.tsx';
import { theFetch } from '../fetching/the-fetch.ts';
import { PropertyNotice } from '../frame/property-notice.tsx';
import { Note } from '../frame/note.tsx';
import { ListAnswer } from '../records/list-answer.tsx';
import { ListPage } from '../records/list-page.tsx';
import { useKind } from '../records/use-kind.ts';
import { useListRoom } from '../records/use-list-room.ts';
import { properties as systemProperties } from '../state/properties.ts';
import { Icon } from '../status/icon.tsx';
import { t } from '../words.ts';
import { LetterPage } from './letter-page.tsx';

interface LettersOfProps {
  address: LettersAddress;
  /** Another address without an entry of its own in the history. */
  replace: (hash: string) => void;
}

/** The property whose account makes letters come or go. */
const properties = {
  incoming: 'default.email.account.receive',
  outgoing: 'default.email.account.send',
} as const;

/** The letters of one direction: what was asked for, and one of them; back from it the list stands where it was left. */
export function LettersOf({ address, replace }: LettersOfProps) {
  const kind = useKind();
  const { direction, record } = address;
  const room = useListRoom(kind, address, record === undefined);
  useEffect(() => {
    const title = record === undefined ? kind.title() : t('letters.record.title');
    document.title = t('frame.title', { room: title });
  }, [record, kind]);

  if (record !== undefined)
    return (
      <main id="content" class="records records-one" tabIndex={-1}>
        <LetterPage id={record} place={address} condition={room.asked.condition} />
      </main>
    );
  const to = (where: string) => lettersAddress(direction, { ...address, where });
  return (
    <ListPage
      place={address}
      room={room}
      to={(change) => lettersAddress(direction, { ...address, ...change })}
      acts={
        direction === 'incoming' ? (
          <FetchMenu />
        ) : (
          <a class="button records-button letter-act" href={composeAddress}>
            <Icon of={SquarePen} size={16} />
            {t('compose.title')}
          </a>
        )
      }
      replace={(change) => replace(lettersAddress(direction, { ...address, ...change }))}
      answer={(props) => (
        <>
          {direction === 'incoming' &&
            systemProperties.value?.values['simple.email.read.active'] === false && (
              <PropertyNotice
                title={t('fetching.off.title')}
                words={t('fetching.off.words')}
                property="simple.email.read.active"
              />
            )}
          {direction === 'incoming' && theFetch.value && <FetchSlot />}
          <ListAnswer
            place={address}
            room={room}
            to={to}
            empty={
              <Note title={t(`letters.empty.${direction}.title`)} lead={t(`letters.empty.${direction}.lead`)}>
                {direction === 'outgoing' && (
                  <a class="button button-main" href={composeAddress}>
                    {t('compose.title')}
                  </a>
                )}
                <a class="button" href={`#/properties/${properties[direction]}`}>
                  {t(`letters.empty.${direction}.link`)}
                </a>
              </Note>
            }
            {...props}
          />
        </>
      )}
    />
  );
}
