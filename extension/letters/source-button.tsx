import { useEffect, useRef, useState } from 'preact/hooks';
import type { Letter } from '../../shared/letter.ts';
import { accounts } from '../state/accounts.ts';
import { sentenceOf } from '../state/sentence-of.ts';
import { causeTitle } from '../status/cause-title.ts';
import { saveFile } from '../transfer/save-file.ts';
import { t } from '../words.ts';
import { letterSource } from './letter-source.ts';

interface SourceButtonProps {
  letter: Letter;
  /** Why it was not saved; empty as long as nothing is wrong. */
  onTrouble: (trouble: string) => void;
}

/** Saves a letter that came in as its server has it. */
export function SourceButton({ letter: { id, accountId }, onTrouble }: SourceButtonProps) {
  const reading = useRef<AbortController | undefined>(undefined);
  const [busy, setBusy] = useState(false);
  useEffect(() => () => reading.current?.abort(), []);
  const save = async () => {
    if (reading.current) return;
    const controller = new AbortController();
    reading.current = controller;
    setBusy(true);
    onTrouble('');
    try {
      const found = await letterSource(id, controller.signal);
      const account = accounts.peek()?.find((each) => each.account.id === accountId)?.account;
      if (found instanceof Blob) saveFile(found, `letter-${id}.eml`);
      else onTrouble(account ? causeTitle(found, account.connection) : t('status.failedCall'));
    } catch (error) {
      // Whoever has left the page does not wait for it any more.
      if (!controller.signal.aborted) onTrouble(sentenceOf(error));
    }
    reading.current = undefined;
    setBusy(false);
  };
  return (
    <button type="button" class="button" aria-disabled={busy} onClick={() => void save()}>
      {t(busy ? 'letters.record.readingSource' : 'letters.record.saveSource')}
    </button>
  );
}
