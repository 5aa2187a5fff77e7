import { useEffect, useState } from 'preact/hooks';
import type { DaemonStatus } from '../../shared/daemon-status.ts';
import { visibleText } from '../../shared/visible-text.ts';
import { browser } from '../browser.ts';
import { keptDaemon } from '../link/pinned-daemon.ts';
import { companionWords } from '../words/companion.ts';
import { CommandLine } from './command-line.tsx';
import { Fault } from './fault.tsx';
import { PairedBrowsers } from './paired-browsers.tsx';
import { SecretsPanel } from './secrets-panel.tsx';

const words = companionWords.about;

/** Everything about a companion that answers. */
export function Overview({ status }: { status: DaemonStatus }) {
  const [port, setPort] = useState<number>();
  useEffect(() => {
    void keptDaemon().then((kept) => setPort(kept?.port));
  }, [status]);
  const { version } = browser.runtime.getManifest();
  return (
    <>
      {status.diskFull && <Fault words={words.diskFull} />}
      <section class="panel">
        <h2 class="panel-title">{words.title}</h2>
        <dl class="panel-facts">
          <dt>{words.address}</dt>
          <dd>
            <code>{port === undefined ? '' : `127.0.0.1:${port}`}</code>
          </dd>
          <dt>{words.version}</dt>
          <dd>{words.versions(status.version, version)}</dd>
          <dt>{words.person}</dt>
          <dd>{visibleText(status.person)}</dd>
          <dt>{words.directory}</dt>
          <dd>
            <CommandLine command={status.dataDirectory} />
          </dd>
          <dt>{words.command}</dt>
          <dd>
            <CommandLine command={status.startCommand} />
          </dd>
        </dl>
      </section>
      <SecretsPanel place={status.secrets} />
      <PairedBrowsers />
    </>
  );
}
