import '../style/question.css';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { t } from '../words.ts';

/** Asks before changes are thrown away; Escape keeps them, and so does the answer that has the focus. */
export function DiscardQuestion({ onAnswer }: { onAnswer: (agreed: boolean) => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useLayoutEffect(() => {
    dialog.current?.showModal();
  }, []);
  const answer = (agreed: boolean) => {
    // Closed before it is taken away: only then the focus goes back to where it was.
    dialog.current?.close();
    onAnswer(agreed);
  };
  return (
    <dialog
      class="question"
      ref={dialog}
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-text`}
      onCancel={(event) => {
        event.preventDefault();
        answer(false);
      }}
    >
      <h2 class="question-title" id={`${id}-title`}>
        {t('logBuilder.discard.title')}
      </h2>
      <p id={`${id}-text`}>{t('logBuilder.discard.text')}</p>
      <div class="question-answers">
        <button type="button" class="button" autofocus onClick={() => answer(false)}>
          {t('logBuilder.discard.no')}
        </button>
        <button type="button" class="button button-danger" onClick={() => answer(true)}>
          {t('logBuilder.discard.yes')}
        </button>
      </div>
    </dialog>
  );
}
