import type { VNode } from 'preact';
import { useRef } from 'preact/hooks';
import { QuestionDialog } from '../frame/question-dialog.tsx';
import { useAsked } from '../frame/use-asked.ts';
import { useLeaveGuard } from '../frame/use-leave-guard.ts';
import { t } from '../words.ts';

/** Asks in a dialog before a letter is lost that `holds` says is unsent; the element belongs somewhere on the page. */
export function useUnsentQuestion(holds: () => boolean): VNode | null {
  const { asked, ask, onAnswer } = useAsked<'leave'>();
  const given = useRef(false);
  useLeaveGuard(
    () => holds() && !given.current,
    async () => {
      given.current = await ask('leave');
      return given.current;
    },
  );
  if (!asked) return null;
  return (
    <QuestionDialog
      title={t('compose.leave.title')}
      no={t('compose.leave.no')}
      yes={t('compose.leave.yes')}
      onAnswer={onAnswer}
    >
      <p>{t('compose.leave.text')}</p>
    </QuestionDialog>
  );
}
