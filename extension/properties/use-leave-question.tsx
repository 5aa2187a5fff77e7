import type { VNode } from 'preact';
import { QuestionDialog } from '../frame/question-dialog.tsx';
import { useAsked } from '../frame/use-asked.ts';
import { useLeaveGuard } from '../frame/use-leave-guard.ts';
import { t } from '../words.ts';
import type { PropertyEditor } from './property-editor.ts';

/** Asks in a dialog before unsaved changes are lost; the element belongs somewhere on the page. */
export function useLeaveQuestion(editor: PropertyEditor): VNode | null {
  const { asked, ask, onAnswer } = useAsked<'leave'>();
  useLeaveGuard(
    () => editor.dirty.peek(),
    async () => {
      const leave = await ask('leave');
      if (leave) editor.discard();
      return leave;
    },
  );
  if (!asked) return null;
  return (
    <QuestionDialog
      title={t('properties.leave.title')}
      no={t('properties.leave.no')}
      yes={t('properties.leave.yes')}
      onAnswer={onAnswer}
    >
      <p>{t('properties.leave.text')}</p>
    </QuestionDialog>
  );
}
