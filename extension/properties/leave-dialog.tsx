import { useEffect, useRef } from 'preact/hooks';
import { t } from '../words.ts';

/** Asks before unsaved changes are lost; Escape keeps them. */
export function LeaveDialog({ onAnswer }: { onAnswer: (leave: boolean) => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  const answer = (leave: boolean) => {
    dialog.current?.close();
    onAnswer(leave);
  };
  return (
    <dialog
      class="question"
      ref={dialog}
      aria-labelledby="leave-title"
      aria-describedby="leave-text"
      onCancel={(event) => {
        event.preventDefault();
        answer(false);
      }}
    >
      <h2 class="question-title" id="leave-title">
        {t('properties.leave.title')}
      </h2>
      <p id="leave-text">{t('properties.leave.text')}</p>
      <div class="question-answers">
        <button type="button" class="button" autofocus onClick={() => answer(false)}>
          {t('properties.leave.no')}
        </button>
        <button type="button" class="button button-danger" onClick={() => answer(true)}>
          {t('properties.leave.yes')}
        </button>
      </div>
    </dialog>
  );
}
