import type { VNode } from 'preact';
import { useAsked } from '../frame/use-asked.ts';
import { AccountQuestion } from './account-question.tsx';
import type { Ask, Question } from './question.ts';

/** Asks about an account in a dialog; the element belongs somewhere on the page. */
export function useQuestion(name: string): [VNode | null, Ask] {
  const { asked, ask, onAnswer } = useAsked<Question>();
  return [
    asked ? <AccountQuestion key={asked.kind} question={asked} name={name} onAnswer={onAnswer} /> : null,
    ask,
  ];
}
