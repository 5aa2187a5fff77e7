import { t } from '../words.ts';
import { BackToList } from './back-to-list.tsx';
import type { CauseAddress } from './cause-address.ts';

const shownLength = 80;

/** An address with a code that is no cause. */
export function UnknownCause({ code, address }: { code: string; address: CauseAddress }) {
  const shown = code.length > shownLength ? `${code.slice(0, shownLength)}…` : code;
  return (
    <article class="cause">
      <BackToList address={address} />
      <h2 class="cause-title">{t('causes.cause.unknownTitle')}</h2>
      <p class="cause-why">{t('causes.cause.unknown', { code: shown })}</p>
    </article>
  );
}
