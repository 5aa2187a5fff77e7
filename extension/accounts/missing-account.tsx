import { RoomHead } from '../frame/room-head.tsx';
import { t } from '../words.ts';
import { listAddress } from '../addresses/accounts-address.ts';

/** An address that leads to no account. */
export function MissingAccount() {
  return (
    <main id="content" tabIndex={-1}>
      <RoomHead title={t('accounts.title')} />
      <div class="accounts accounts-empty">
        <h2 class="accounts-empty-title">{t('accounts.record.missingTitle')}</h2>
        <p>{t('accounts.record.missing')}</p>
        <a class="button" href={listAddress}>
          {t('accounts.record.back')}
        </a>
      </div>
    </main>
  );
}
