import { useEffect } from 'preact/hooks';
import { visibleText } from '../../shared/visible-text.ts';
import { t } from '../words.ts';
import { Note } from './note.tsx';
import { RoomHead } from './room-head.tsx';
import { useAddress } from './use-address.ts';

const offered = [
  ['accounts', '#/accounts'],
  ['log', '#/log'],
  ['incoming', '#/letters/incoming'],
  ['outgoing', '#/letters/outgoing'],
  ['roundTrip', '#/letters/round-trip'],
  ['properties', '#/properties'],
  ['causes', '#/causes'],
  ['companion', '#/companion'],
] as const;

/** An address that leads to no room: said so, with the ways to those there are. */
export function UnknownPage() {
  const asked = useAddress();
  const title = t('frame.unknown.title');
  useEffect(() => {
    document.title = t('frame.title', { room: title });
  }, [title]);
  return (
    <main id="content" tabIndex={-1}>
      <RoomHead title={title} />
      <Note
        title={t('frame.unknown.nothing', { address: visibleText(asked, 80) })}
        lead={t('frame.unknown.lead')}
      >
        {offered.map(([name, address], at) => (
          <a key={name} class={at === 0 ? 'button button-main' : 'button'} href={address}>
            {t(`frame.rooms.${name}`)}
          </a>
        ))}
      </Note>
    </main>
  );
}
