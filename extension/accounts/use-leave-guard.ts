import { useEffect } from 'preact/hooks';
import { guardAddress } from '../frame/leave-guard.ts';
import type { AccountEditor } from './account-editor.ts';
import type { Ask } from './question.ts';

/** While something is unsaved, another address asks first; closing the page asks in the browser's own words. */
export function useLeaveGuard(editor: AccountEditor, ask: Ask): void {
  useEffect(() => {
    const holds = () => editor.dirty.peek();
    const unload = (event: BeforeUnloadEvent) => {
      if (holds()) event.preventDefault();
    };
    const free = guardAddress(holds, async () => {
      const leave = await ask({ kind: 'leave' });
      if (leave) editor.discard();
      return leave;
    });
    addEventListener('beforeunload', unload);
    return () => {
      free();
      removeEventListener('beforeunload', unload);
    };
  }, [editor, ask]);
}
