import { useState } from 'preact/hooks';
import { visibleText } from '../../shared/visible-text.ts';
import { Age } from '../status/age.tsx';
import { t } from '../words.ts';
import { CopyField } from '../status/copy-field.tsx';
import { commands } from './commands.ts';
import { olderPairings } from './older-pairings.ts';
import { RevokeDialog } from './revoke-dialog.tsx';
import { type Clients, useClients } from './use-clients.ts';

type OneClient = Clients['clients'][number];

/** Every browser that may talk to the companion, and the way to shut one out. */
export function PairedBrowsers() {
  const list = useClients();
  const older = olderPairings(list?.clients ?? []);
  const [asked, setAsked] = useState<OneClient>();
  return (
    <section class="panel">
      <h2 class="panel-title">{t('companion.browsers.title')}</h2>
      <ul class="browsers">
        {list?.clients.map((client) => (
          <li class="browser" key={client.id}>
            <div class="browser-text">
              <p class="browser-name">
                {visibleText(client.name)}
                {client.id === list.you && <span class="tag tag-quiet">{t('companion.browsers.you')}</span>}
                {older.has(client.id) && client.id !== list?.you && (
                  <span class="tag tag-quiet">{t('companion.browsers.older')}</span>
                )}
              </p>
              <p class="browser-origin">
                <code>{visibleText(client.origin)}</code>
              </p>
              <p class="quiet">
                {t('companion.browsers.paired')} <Age iso={client.createdAt} /> ·{' '}
                {t('companion.browsers.used')} <Age iso={client.lastUsedAt} />
              </p>
            </div>
            <button
              type="button"
              class="button button-danger"
              aria-label={t('companion.browsers.revokeLabel', { name: client.name })}
              onClick={() => setAsked(client)}
            >
              {t('companion.browsers.revoke')}
            </button>
          </li>
        ))}
      </ul>
      <div class="panel-foot">
        <p class="quiet">{t('companion.browsers.add')}</p>
        <CopyField text={commands.pair} />
      </div>
      {asked && (
        <RevokeDialog client={asked} own={asked.id === list?.you} onClose={() => setAsked(undefined)} />
      )}
    </section>
  );
}
