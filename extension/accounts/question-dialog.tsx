import { useEffect, useRef } from 'preact/hooks';
import { visibleText } from '../../shared/visible-text.ts';
import { t } from '../words.ts';
import type { Question } from './question.ts';

interface QuestionDialogProps {
  question: Question;
  /** Of the account, for the words. */
  name: string;
  onAnswer: (agreed: boolean) => void;
}

/** A native dialog with two answers; Escape is the careful one, which has the focus. */
export function QuestionDialog({ question, name, onAnswer }: QuestionDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  const { title, text, no, yes } = textsOf(question, name);
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
      <div id="question-text">
        {question.detail ? <p>{visibleText(question.detail)}</p> : null}
        <p>{text}</p>
      </div>
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

function textsOf({ kind }: Question, name: string): { title: string; text: string; no: string; yes: string } {
  return {
    title:
      kind === 'remove'
        ? t('accounts.questions.removeTitle', { name })
        : t(`accounts.questions.${kind}Title`),
    text: t(`accounts.questions.${kind}`),
    no: t(`accounts.questions.${kind}No`),
    yes: t(`accounts.questions.${kind}Yes`),
  };
}
