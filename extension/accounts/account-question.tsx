import { visibleText } from '../../shared/visible-text.ts';
import { QuestionDialog } from '../frame/question-dialog.tsx';
import { t } from '../words.ts';
import type { Question } from './question.ts';

interface AccountQuestionProps {
  question: Question;
  /** Of the account, for the words. */
  name: string;
  onAnswer: (agreed: boolean) => void;
}

/** A question about an account, in its words. */
export function AccountQuestion({ question: { kind, detail }, name, onAnswer }: AccountQuestionProps) {
  const title =
    kind === 'remove' ? t('accounts.questions.removeTitle', { name }) : t(`accounts.questions.${kind}Title`);
  return (
    <QuestionDialog
      title={title}
      no={t(`accounts.questions.${kind}No`)}
      yes={t(`accounts.questions.${kind}Yes`)}
      onAnswer={onAnswer}
    >
      {detail ? <p>{visibleText(detail)}</p> : null}
      <p>{t(`accounts.questions.${kind}`)}</p>
    </QuestionDialog>
  );
}
