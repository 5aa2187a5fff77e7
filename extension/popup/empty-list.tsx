import { t } from '../words.ts';
import { PageLink } from './page-link.tsx';

/** No account yet: the one thing to do first. */
export function EmptyList() {
  return (
    <section class="popup-note">
      <h2 class="popup-note-title">{t('popup.emptyTitle')}</h2>
      <p>{t('popup.emptyLead')}</p>
      <PageLink to="#/accounts/new" class="button button-main">
        {t('popup.newAccount')}
      </PageLink>
    </section>
  );
}
