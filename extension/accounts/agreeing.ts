import type { ReadonlySignal } from '@preact/signals';
import { Refused } from '../../shared/refusal.ts';
import type { Draft, DraftState } from './draft.ts';
import { questionIn, refusedErrors } from './field-errors.ts';
import type { Ask } from './question.ts';

interface Parts {
  readonly form: ReadonlySignal<DraftState>;
  readonly ask: Ask;
  readonly change: (name: 'allowPlain' | 'allowAddress', agreed: true) => void;
  readonly tell: (error: unknown, title: string) => void;
}

/**
 * A way to do what the daemon may refuse, asking the person what it wants to have confirmed. What it gives resolves
 * with undefined when the person said no, or when it failed, which is told under the title.
 */
export function agreeing({ form, ask, change, tell }: Parts) {
  return async function agreed<T>(title: string, go: (draft: Draft) => Promise<T>): Promise<T | undefined> {
    for (;;) {
      const { draft } = form.peek();
      if (!draft.ssl && !draft.tls && !draft.allowPlain) {
        if (!(await ask({ kind: 'plain' }))) return undefined;
        change('allowPlain', true);
        continue;
      }
      try {
        return await go(draft);
      } catch (error) {
        const wants = error instanceof Refused ? refusedErrors(error.refusal) : {};
        const question = questionIn(wants);
        if (!question || form.peek().draft[question]) {
          tell(error, title);
          return undefined;
        }
        const detail = wants[question] ?? '';
        if (!(await ask({ kind: question === 'allowPlain' ? 'plain' : 'address', detail }))) return undefined;
        // The answer was given for this server and port; for another the question is asked anew.
        if (isElsewhere(form.peek().draft, draft)) continue;
        change(question, true);
      }
    }
  };
}

function isElsewhere(now: Draft, then: Draft): boolean {
  return now.server !== then.server || now.port !== then.port;
}
