import { t } from '../words.ts';
import { RoomHead } from './room-head.tsx';

/** In place of a room whose script is gone, since the extension was updated under an open page. */
export function OutdatedPage() {
  return (
    <main id="content" tabIndex={-1}>
      <RoomHead title={t('frame.outdated.title')} />
      <div class="page">
        <p>{t('frame.outdated.sentence')}</p>
        <button type="button" class="button" onClick={() => location.reload()}>
          {t('frame.outdated.reload')}
        </button>
      </div>
    </main>
  );
}
