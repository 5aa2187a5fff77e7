import { popupWords } from '../words/popup.ts';
import { PageLink } from './page-link.tsx';

/** No account yet: the one thing to do first. */
export function EmptyList() {
  return (
    <section class="popup-note">
      <h2 class="popup-note-title">{popupWords.emptyTitle}</h2>
      <p>{popupWords.emptyLead}</p>
      <PageLink to="#/accounts/new" class="button button-main">
        {popupWords.newAccount}
      </PageLink>
    </section>
  );
}
