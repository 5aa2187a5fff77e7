import { Note } from '../frame/note.tsx';
import { RoomHead } from '../frame/room-head.tsx';
import { t } from '../words.ts';
import { listAddress } from '../addresses/accounts-address.ts';

/** An address that leads to no account. */
export function MissingAccount() {
  return (
    <main id="content" tabIndex={-1}>
      <RoomHead title={t('accounts.title')} />
      <Note title={t('accounts.record.missingTitle')} lead={t('accounts.record.missing')}>
        <a class="button" href={listAddress}>
          {t('accounts.record.back')}
        </a>
      </Note>
    </main>
  );
}
