import { useCallback, useState } from 'preact/hooks';

interface Open<Question> {
  readonly question: Question;
  readonly answer: (agreed: boolean) => void;
}

/** What a person is asked now, and the way to ask: one question at a time, an older one is answered with no. */
export function useAsked<Question>() {
  const [open, setOpen] = useState<Open<Question>>();
  const ask = useCallback(
    (question: Question) =>
      new Promise<boolean>((resolve) => {
        setOpen((before) => {
          before?.answer(false);
          return { question, answer: resolve };
        });
      }),
    [],
  );
  const onAnswer = (agreed: boolean) => {
    setOpen(undefined);
    open?.answer(agreed);
  };
  return { asked: open?.question, ask, onAnswer };
}
