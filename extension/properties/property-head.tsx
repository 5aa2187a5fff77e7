import { useEffect, useRef } from 'preact/hooks';
import { RoomPlace } from '../frame/room-place.tsx';
import { t } from '../words.ts';
import type { PropertyEditor } from './property-editor.ts';

interface PropertyHeadProps {
  editor: PropertyEditor;
  back: string;
  /** There is a value to work on. */
  ready: boolean;
  onSave: () => Promise<void>;
  onCancel: () => void;
}

/** Where one is, what was done last, Save and Cancel. */
export function PropertyHead({ editor, back, ready, onSave, onCancel }: PropertyHeadProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  const done = editor.done.value;
  const told = { saved: t('properties.page.saved'), reset: t('properties.page.wasReset') };
  return (
    <header class="room-head">
      <RoomPlace room={t('properties.title')} address={back}>
        <h1 class="room-title property-name" ref={heading} tabIndex={-1}>
          {editor.name}
        </h1>
      </RoomPlace>
      <p class="property-notice" role="status">
        {done ? (
          <>
            <span class="property-done">{told[done]}</span>{' '}
            {done === 'reset' && (
              <button type="button" class="button-link" onClick={() => void editor.undoReset()}>
                {t('properties.page.undo')}
              </button>
            )}
          </>
        ) : (
          editor.dirty.value && <span class="property-unsaved">{t('properties.page.unsaved')}</span>
        )}
      </p>
      {ready && (
        <div class="room-actions">
          <button type="button" class="button" onClick={onCancel}>
            {t('properties.page.cancel')}
          </button>
          <button
            type="button"
            class="button button-main"
            aria-keyshortcuts="Control+S"
            title="Ctrl+S"
            aria-disabled={editor.busy.value}
            onClick={() => void onSave()}
          >
            {t('properties.page.save')}
          </button>
        </div>
      )}
    </header>
  );
}
