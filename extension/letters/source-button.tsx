import { useEffect, useRef, useState } from 'preact/hooks';
import type { Letter } from '../../shared/letter.ts';
import { accounts } from '../state/accounts.ts';
import { sentenceOf } from '../state/sentence-of.ts';
import { causeTitle } from '../status/cause-title.ts';
import { saveFile } from '../transfer/save-file.ts';
import { t } from '../words.ts';
import { letterSource } from './letter-source.ts';

/** Saves a letter that came in as its server has it. */
export function SourceButton({ letter: { id, accountId } }: { letter: Letter }) {
  const reading = useRef<AbortController | undefined>(undefined);
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState('');
  useEffect(() => () => reading.current?.abort(), []);
  const save = async () => {
    if (reading.current) return;
    const controller = new AbortController();
    reading.current = controller;
    setBusy(true);
    setTrouble('');
    try {
      const found = await letterSource(id, controller.signal);
      const account = accounts.peek()?.find((each) => each.account.id === accountId)?.account;
      if (found instanceof Blob) saveFile(found, `letter-${id}.eml`);
      else setTrouble(account ? causeTitle(found, account.connection) : t('status.failedCall'));
    } catch (error) {
      // Whoever has left the page does not wait for it any more.
      if (!controller.signal.aborted) setTrouble(sentenceOf(error));
    }
    reading.current = undefined;
    setBusy(false);
  };
  return (
    <span class="letter-acts">
      <span class="letter-trouble" role="alert">
        {trouble}
      </span>
      <button type="button" class="button" aria-disabled={busy} onClick={() => void save()}>
        {t(busy ? 'letters.record.readingSource' : 'letters.record.saveSource')}
      </button>
    </span>
  );
}
