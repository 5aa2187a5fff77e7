import { useEffect, useState } from 'preact/hooks';
import type { DaemonStatus } from '../../shared/daemon-status.ts';
import { visibleText } from '../../shared/visible-text.ts';
import { browser } from '../browser.ts';
import { keptDaemon } from '../link/pinned-daemon.ts';
import { t } from '../words.ts';
import { CopyField } from '../status/copy-field.tsx';
import { faultWords } from './fault-words.ts';
import { Fault } from './fault.tsx';
import { PairedBrowsers } from './paired-browsers.tsx';
import { SecretsPanel } from './secrets-panel.tsx';
import { ThisBrowser } from './this-browser.tsx';

/** Everything about a companion that answers. */
export function Overview({ status }: { status: DaemonStatus }) {
  const [port, setPort] = useState<number>();
  useEffect(() => {
    void keptDaemon().then((kept) => setPort(kept?.port));
  }, [status]);
  return (
    <>
      {status.diskFull && <Fault words={faultWords('companion.about.diskFull')} />}
      <section class="panel">
        <h2 class="panel-title">{t('companion.about.title')}</h2>
        <dl class="panel-facts">
          <dt>{t('companion.about.address')}</dt>
          <dd>
            <code>{port === undefined ? '\u00a0' : `127.0.0.1:${port}`}</code>
          </dd>
          <dt>{t('companion.about.version')}</dt>
          <dd>{versionsOf(status.version)}</dd>
          <dt>{t('companion.about.person')}</dt>
          <dd>{visibleText(status.person)}</dd>
          <dt>{t('companion.about.directory')}</dt>
          <dd>
            <CopyField text={status.dataDirectory} />
          </dd>
          <dt>{t('companion.about.command')}</dt>
          <dd>
            <CopyField text={status.startCommand} />
          </dd>
        </dl>
      </section>
      <SecretsPanel place={status.secrets} />
      <ThisBrowser />
      <PairedBrowsers count={status.pairedBrowsers} />
    </>
  );
}

/** Both, where they are not the same. */
function versionsOf(companion: string): string {
  const { version: extension } = browser.runtime.getManifest();
  return companion === extension ? companion : t('companion.about.versions', { companion, extension });
}
