import { useEffect } from 'preact/hooks';
import { RoomHead } from '../frame/room-head.tsx';
import { useAddress } from '../frame/use-address.ts';
import { connection } from '../state/connection.ts';
import { t } from '../words.ts';
import '../style/companion.css';
import '../style/modal.css';
import '../style/panel.css';
import { FirstSteps } from './first-steps.tsx';
import { Overview } from './overview.tsx';
import { ThisBrowser } from './this-browser.tsx';
import { Trouble } from './trouble.tsx';

/** How the companion is and what can be done with it; also the first page after the installation. */
export function CompanionRoom() {
  const welcome = useAddress().startsWith('#/welcome') && connection.value.state !== 'connected';
  const title = welcome ? t('companion.welcome.title') : t('companion.title');
  useEffect(() => {
    document.title = t('frame.title', { room: title });
  }, [title]);
  return (
    <main id="content" tabIndex={-1}>
      <RoomHead title={title} {...(welcome ? {} : { lead: t('companion.lead') })} />
      <div class="page companion">
        {welcome && <p class="companion-welcome">{t('companion.welcome.lead')}</p>}
        <Content welcome={welcome} />
      </div>
    </main>
  );
}

function Content({ welcome }: { welcome: boolean }) {
  const now = connection.value;
  switch (now.state) {
    case 'loading':
    case 'connecting':
      return <p class="companion-looking">{t('companion.looking')}</p>;
    case 'unpaired':
      return (
        <>
          <FirstSteps welcome={welcome} />
          {!welcome && <ThisBrowser />}
        </>
      );
    case 'trouble':
      return (
        <>
          <Trouble trouble={now} />
          <ThisBrowser />
        </>
      );
    case 'connected':
      return <Overview status={now.status} />;
  }
}
