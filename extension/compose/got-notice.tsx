import { visibleText } from '../../shared/visible-text.ts';
import { isolated } from '../isolated.ts';
import { t } from '../words.ts';

interface GotNoticeProps {
  /** Who has got the letter already. */
  got: readonly string[];
  /** Nobody stands in To any more. */
  nobody: boolean;
}

/** Who is left out of a letter that is written again. */
export function GotNotice({ got, nobody }: GotNoticeProps) {
  if (got.length === 0) return null;
  return (
    <section class="notice notice-quiet" role="status" aria-label={t('compose.got.title')}>
      <h2 class="notice-title">{t('compose.got.title')}</h2>
      <p>{t('compose.got.words', { addresses: isolated(visibleText(got.join(', '), 500)) })}</p>
      {nobody && <p>{t('compose.got.nobody')}</p>}
    </section>
  );
}
