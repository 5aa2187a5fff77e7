import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

interface QuestionDialogProps {
  title: string;
  /** The careful answer. */
  no: string;
  yes: string;
  onAnswer: (agreed: boolean) => void;
  /** What is asked. */
  children: ComponentChildren;
}

/** A native dialog with two answers; Escape is the careful one, which has the focus. */
export function QuestionDialog({ title, no, yes, onAnswer, children }: QuestionDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => dialog.current?.showModal(), []);
  const answer = (agreed: boolean) => {
    dialog.current?.close();
    onAnswer(agreed);
  };
  return (
    <dialog
      class="question"
      ref={dialog}
      aria-labelledby="question-title"
      aria-describedby="question-text"
      onCancel={(event) => {
        event.preventDefault();
        answer(false);
      }}
    >
      <h2 class="question-title" id="question-title">
        {title}
      </h2>
      <div id="question-text">{children}</div>
      <div class="question-answers">
        <button type="button" class="button" autofocus onClick={() => answer(false)}>
          {no}
        </button>
        <button type="button" class="button button-danger" onClick={() => answer(true)}>
          {yes}
        </button>
      </div>
    </dialog>
  );
}
