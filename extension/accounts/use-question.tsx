import type { VNode } from 'preact';
import { useCallback, useState } from 'preact/hooks';
import { QuestionDialog } from './question-dialog.tsx';
import type { Ask, Question } from './question.ts';

interface Open {
  readonly question: Question;
  readonly answer: (agreed: boolean) => void;
}

/** Asks in a dialog, one question at a time; the element belongs somewhere on the page. */
export function useQuestion(name: string): [VNode | null, Ask] {
  const [open, setOpen] = useState<Open>();
  const ask = useCallback<Ask>(
    (question) =>
      new Promise((resolve) => {
        setOpen((before) => {
          before?.answer(false);
          return { question, answer: resolve };
        });
      }),
    [],
  );
  if (!open) return [null, ask];
  const onAnswer = (agreed: boolean) => {
    setOpen(undefined);
    open.answer(agreed);
  };
  return [
    <QuestionDialog key={open.question.kind} question={open.question} name={name} onAnswer={onAnswer} />,
    ask,
  ];
}
