import '../style/table.css';
import '../style/transfer.css';
import '../style/transfer-rows.css';
import { useEffect, useRef } from 'preact/hooks';
import { CompanionAway } from '../companion/companion-away.tsx';
import { isAway } from '../state/connection.ts';
import { t } from '../words.ts';
import { ChosenFile } from './chosen-file.tsx';
import { FileChoice } from './file-choice.tsx';
import { ImportHead } from './import-head.tsx';
import { theImport } from './the-import.ts';
import { useDroppedFile } from './use-dropped-file.ts';

/** Import of accounts: a file, what it would do row by row, and what it did. */
export function ImportPage() {
  const { chosen, progress } = theImport;
  const { state } = chosen.value;
  const running = progress.value !== undefined;
  const over = useDroppedFile(!running);
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${t('transfer.title')} · ${t('accounts.title')} · ${t('frame.app')}`;
  }, []);
  useEffect(() => {
    // What was asked for is here: the reader goes on there.
    if (state === 'read') title.current?.focus();
  }, [state]);
  return (
    <main id="content" class={over ? 'transfer-over' : undefined} tabIndex={-1}>
      <ImportHead titleRef={title} />
      <div class="page transfer">
        <CompanionAway />
        {state === 'read' ? <ChosenFile away={isAway.value} /> : <FileChoice chosen={chosen.value} />}
      </div>
    </main>
  );
}
