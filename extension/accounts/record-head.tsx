import { useRef } from 'preact/hooks';
import { visibleText } from '../../shared/visible-text.ts';
import { t } from '../words.ts';
import type { AccountEditor } from './account-editor.ts';
import { listAddress } from '../addresses/accounts-address.ts';
import type { RecordActions } from './record-actions.ts';
import { RecordMenu } from './record-menu.tsx';
import { RoomPlace } from '../frame/room-place.tsx';
import { useRoomBelow } from '../fields/use-room-below.ts';

interface RecordHeadProps {
  editor: AccountEditor;
  title: string;
  running: boolean;
  /** What was done last, such as `Saved`. */
  notice: string;
  more: RecordActions;
  test: () => Promise<void>;
  stop: () => Promise<void>;
  save: () => Promise<boolean>;
  saveAndExit: () => Promise<void>;
}

/** Where one is, and the three things one does here; it stays in sight. */
export function RecordHead({
  editor,
  title,
  running,
  notice,
  more,
  test,
  stop,
  save,
  saveAndExit,
}: RecordHeadProps) {
  const head = useRef<HTMLElement>(null);
  useRoomBelow(head);
  const busy = editor.busy.value;
  const dirty = editor.dirty.value;
  const saved = editor.saved.value;
  return (
    <header class="room-head form-head" ref={head}>
      <div class="form-here">
        <RoomPlace room={t('accounts.title')} address={listAddress}>
          <h1 class="room-title" dir="auto" title={visibleText(title, 128)}>
            {visibleText(title, 128)}
          </h1>
        </RoomPlace>
        <p class="form-notice" role="status">
          {notice || (dirty && saved ? <span class="form-unsaved">{t('accounts.record.unsaved')}</span> : '')}
        </p>
      </div>
      <div class="room-actions">
        <button
          type="button"
          class="button account-test"
          {...(running ? {} : { 'aria-keyshortcuts': 'Control+Enter', title: 'Ctrl+Enter' })}
          aria-disabled={busy !== undefined && !running}
          onClick={() => void (running ? stop() : test())}
        >
          <span class={running ? 'account-unshown' : ''}>{t('accounts.record.test')}</span>
          <span class={running ? '' : 'account-unshown'}>{t('test.stop')}</span>
        </button>
        <button
          type="button"
          class="button"
          aria-keyshortcuts="Control+S"
          title="Ctrl+S"
          aria-disabled={busy !== undefined}
          onClick={() => void save()}
        >
          {t('accounts.record.save')}
        </button>
        <button
          type="button"
          class="button button-main"
          aria-disabled={busy !== undefined}
          onClick={() => void saveAndExit()}
        >
          {t('accounts.record.saveExit')}
        </button>
        {saved ? <RecordMenu account={saved} actions={more} /> : null}
      </div>
    </header>
  );
}
