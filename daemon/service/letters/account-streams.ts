import type { Id } from '../../../shared/id.ts';
import type { Language } from '../../../shared/language.ts';
import type { Refusal } from '../../../shared/refusal.ts';
import { SaidRefused } from '../refuse.ts';
import { texts } from '../texts.ts';
import { relay } from './relay.ts';

/** What stands for a refusal that shows after the first line. */
interface RefusedLine {
  type: 'refused';
  refusal: Refusal;
}

interface Work<Line> {
  accountIds: readonly Id[];
  language: Language;
  /** Of whoever reads the lines. */
  signal: AbortSignal;
  run: (give: (line: Line) => Promise<void>, signal: AbortSignal) => Promise<void>;
  /** It was broken off by its reader or with its account, and has thrown. */
  cancelled?: () => Promise<void>;
}

/** Work whose lines somebody reads; it ends with its reader, or with an account. */
export interface AccountStreams {
  lines<Line>(work: Work<Line | RefusedLine>): AsyncGenerator<Line | RefusedLine, void>;
  /** Ends what is under way, of these accounts or of all; resolves when it has ended. */
  cancel(accountIds?: readonly Id[]): Promise<void>;
}

export function accountStreams(): AccountStreams {
  const under = new Map<AbortController, { accountIds: readonly Id[]; done: Promise<void> }>();
  return {
    async *lines<Line>({ accountIds, language, signal, run, cancelled }: Work<Line | RefusedLine>) {
      const way = relay<Line | RefusedLine>();
      const end = new AbortController();
      const both = AbortSignal.any([signal, end.signal]);
      const done = run(way.give, both)
        .catch(async (error: unknown) => {
          if (both.aborted) await cancelled?.();
          // Whoever reads is still there when it ended with an account.
          const why: unknown = end.signal.aborted ? end.signal.reason : error;
          if (why instanceof SaidRefused)
            return void way.give({ type: 'refused', refusal: why.in(language) });
          if (!both.aborted) throw error;
        })
        .finally(() => {
          under.delete(end);
          way.end();
        });
      under.set(end, { accountIds, done: done.catch(() => undefined) });
      try {
        yield* way.values();
      } finally {
        end.abort(new Error('Nobody listens any more.'));
      }
      await done;
    },

    async cancel(accountIds) {
      const isMeant = (id: Id): boolean => accountIds?.includes(id) ?? true;
      const ended = [...under].filter(([, work]) => work.accountIds.some(isMeant));
      const why = accountIds
        ? new SaidRefused({ kind: 'conflict', message: texts.endedWithAccount })
        : new Error('The daemon stops.');
      for (const [end] of ended) end.abort(why);
      await Promise.all(ended.map(([, { done }]) => done));
    },
  };
}
