import type { ComponentChild } from 'preact';
import { useCallback, useState } from 'preact/hooks';
import { BulkDialog } from './bulk-dialog.tsx';
import type { AskBulk, BulkQuestion } from './bulk-question.ts';

/** A dialog to be drawn, and the way to ask with it; the focus goes back to where it was. */
export function useBulkQuestion(): [ComponentChild, AskBulk] {
  const [asked, setAsked] = useState<{ question: BulkQuestion; answer: (agreed: boolean) => void }>();
  const ask = useCallback<AskBulk>(
    (question) =>
      new Promise((resolve) => {
        const before = document.activeElement;
        const answer = (agreed: boolean) => {
          setAsked(undefined);
          if (before instanceof HTMLElement) before.focus();
          resolve(agreed);
        };
        setAsked({ question, answer });
      }),
    [],
  );
  return [asked ? <BulkDialog question={asked.question} onAnswer={asked.answer} /> : null, ask];
}
