import { useState } from 'preact/hooks';
import { ownOrigin } from '../link/own-origin.ts';
import { CopyField } from '../status/copy-field.tsx';
import { t } from '../words.ts';
import { BrowserRow } from './browser-row.tsx';
import { commands } from './commands.ts';
import { olderPairings } from './older-pairings.ts';
import { RevokeDialog } from './revoke-dialog.tsx';
import { type Clients, useClients } from './use-clients.ts';

type OneClient = Clients['clients'][number];

/** Every browser that may talk to the companion, and the way to shut one out; `count` of them keep their places meanwhile. */
export function PairedBrowsers({ count }: { count: number }) {
  const list = useClients();
  const older = olderPairings(list?.clients ?? []);
  const [asked, setAsked] = useState<OneClient>();
  const tagOf = ({ id }: OneClient) => (id === list?.you ? 'you' : older.has(id) ? 'older' : undefined);
  return (
    <section class="panel">
      <h2 class="panel-title">{t('companion.browsers.title')}</h2>
      <ul class="browsers">
        {list
          ? list.clients.map((client) => (
              <BrowserRow
                key={client.id}
                client={client}
                tag={tagOf(client)}
                onRevoke={() => setAsked(client)}
              />
            ))
          : Array.from({ length: count }, (_, at) => (
              <BrowserRow key={at} client={nobody()} tag="you" waiting />
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

/** As long as a real one is. */
function nobody(): Pick<OneClient, 'name' | 'origin' | 'createdAt' | 'lastUsedAt'> {
  const now = new Date().toISOString();
  return { name: t('frame.app'), origin: ownOrigin(), createdAt: now, lastUsedAt: now };
}
