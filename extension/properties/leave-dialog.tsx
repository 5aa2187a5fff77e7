import { useEffect, useRef } from 'preact/hooks';
import { propertiesWords } from '../words/properties.ts';

/** Asks before unsaved changes are lost; Escape keeps them. */
export function LeaveDialog({ onAnswer }: { onAnswer: (leave: boolean) => void }) {
  const { leave: words } = propertiesWords;
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
        {words.title}
      </h2>
      <p id="leave-text">{words.text}</p>
      <div class="question-answers">
        <button type="button" class="button" autofocus onClick={() => answer(false)}>
          {words.no}
        </button>
        <button type="button" class="button button-danger" onClick={() => answer(true)}>
          {words.yes}
        </button>
      </div>
    </dialog>
  );
}
