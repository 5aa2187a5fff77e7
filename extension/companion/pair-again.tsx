import { useEffect, useState } from 'preact/hooks';
import { keptDaemon } from '../link/pinned-daemon.ts';
import { t } from '../words.ts';
import { CopyField } from '../status/copy-field.tsx';
import { commands } from './commands.ts';
import { PairingForm } from './pairing-form.tsx';

/** For a browser that was paired before: begins with the port of then. */
export function PairAgain() {
  const [port, setPort] = useState<number>();
  useEffect(() => {
    void keptDaemon().then((kept) => setPort(kept?.port ?? 47_600));
  }, []);
  if (port === undefined) return null;
  return (
    <>
      <p>{t('companion.pair.sentence')}</p>
      <CopyField text={commands.pair} />
      <PairingForm port={port} onPort={setPort} />
    </>
  );
}
