import { visibleText } from '../../shared/visible-text.ts';
import { Age } from '../status/age.tsx';
import { t } from '../words.ts';
import type { Clients } from './use-clients.ts';

interface BrowserRowProps {
  client: Pick<Clients['clients'][number], 'name' | 'origin' | 'createdAt' | 'lastUsedAt'>;
  /** This very browser, or one that a newer pairing may have taken the place of. */
  tag?: 'you' | 'older' | undefined;
  /** Not there yet: its place alone. */
  waiting?: boolean;
  onRevoke?: () => void;
}

/** One paired browser: what it is called, since when it is paired, and the way to shut it out. */
export function BrowserRow({ client, tag, waiting = false, onRevoke }: BrowserRowProps) {
  return (
    <li class={waiting ? 'browser browser-waiting' : 'browser'}>
      <div class="browser-text">
        <p class="browser-name">
          {visibleText(client.name)}
          {tag && <span class="tag tag-quiet">{t(`companion.browsers.${tag}`)}</span>}
        </p>
        <p class="browser-origin">
          <code>{visibleText(client.origin)}</code>
        </p>
        <p class="quiet">
          {t('companion.browsers.paired')} <Age iso={client.createdAt} /> · {t('companion.browsers.used')}{' '}
          <Age iso={client.lastUsedAt} />
        </p>
      </div>
      <button
        type="button"
        class="button button-danger"
        aria-label={t('companion.browsers.revokeLabel', { name: client.name })}
        onClick={onRevoke}
      >
        {t('companion.browsers.revoke')}
      </button>
    </li>
  );
}
