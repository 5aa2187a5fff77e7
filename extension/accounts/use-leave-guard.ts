import { useEffect } from 'preact/hooks';
import type { AccountEditor } from './account-editor.ts';
import type { Ask } from './question.ts';

/** While something is unsaved, another address asks first; closing the page asks in the browser's own words. */
export function useLeaveGuard(editor: AccountEditor, ask: Ask): void {
  useEffect(() => {
    let here = location.hash;
    const holds = () => {
      if (editor.dirty.peek() && location.hash !== here && !isOwn(location.hash, editor)) return true;
      here = location.hash;
      return false;
    };
    // Before the listeners that would draw another room.
    const hold = (event: Event) => {
      if (holds()) event.stopImmediatePropagation();
    };
    const change = (event: HashChangeEvent) => {
      if (!holds()) return;
      event.stopImmediatePropagation();
      const wanted = location.hash;
      history.pushState(null, '', here);
      void ask({ kind: 'leave' }).then((leave) => {
        if (!leave) return;
        editor.discard();
        location.hash = wanted;
      });
    };
    const unload = (event: BeforeUnloadEvent) => {
      if (editor.dirty.peek()) event.preventDefault();
    };
    addEventListener('popstate', hold, { capture: true });
    addEventListener('hashchange', change, { capture: true });
    addEventListener('beforeunload', unload);
    return () => {
      removeEventListener('popstate', hold, { capture: true });
      removeEventListener('hashchange', change, { capture: true });
      removeEventListener('beforeunload', unload);
    };
  }, [editor, ask]);
}

/** A new account gets its own address by its first save. */
function isOwn(hash: string, { saved }: AccountEditor): boolean {
  const id = saved.peek()?.id;
  return id !== undefined && hash === `#/accounts/${id}`;
}
