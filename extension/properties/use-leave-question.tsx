import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { guardAddress } from '../frame/leave-guard.ts';
import { LeaveDialog } from './leave-dialog.tsx';
import type { PropertyEditor } from './property-editor.ts';

/** While something is unsaved, another address asks first, and closing the page in the browser's own words. */
export function useLeaveQuestion(editor: PropertyEditor): VNode | null {
  const [answer, setAnswer] = useState<{ give: (leave: boolean) => void }>();
  useEffect(() => {
    const holds = () => editor.dirty.peek();
    const unload = (event: BeforeUnloadEvent) => {
      if (holds()) event.preventDefault();
    };
    const free = guardAddress(
      holds,
      () =>
        new Promise((resolve) => {
          setAnswer((before) => {
            before?.give(false);
            return { give: resolve };
          });
        }),
    );
    addEventListener('beforeunload', unload);
    return () => {
      free();
      removeEventListener('beforeunload', unload);
    };
  }, [editor]);
  if (!answer) return null;
  return (
    <LeaveDialog
      onAnswer={(leave) => {
        setAnswer(undefined);
        if (leave) editor.discard();
        answer.give(leave);
      }}
    />
  );
}
