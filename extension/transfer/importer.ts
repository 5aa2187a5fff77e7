import { batch, computed, type ReadonlySignal, signal } from '@preact/signals';
import type { Account } from '../../shared/account.ts';
import type { DaemonClient } from '../../shared/daemon-client.ts';
import type { Id } from '../../shared/id.ts';
import type { PropertyName } from '../../shared/properties.ts';
import { type FileFault, FileRefused } from '../../shared/transfer/file-refused.ts';
import { importRow, isConfirmed, isWriting } from '../../shared/transfer/import-row.ts';
import {
  type Asked,
  type Defaults,
  previewOf,
  type RowPlan,
  type Writing,
} from '../../shared/transfer/preview.ts';
import type { ReadFile } from '../../shared/transfer/row.ts';

/** What stands on the page: no file, one that holds no accounts, or one with its rows. Never a text of the file. */
export type Chosen =
  | { readonly state: 'none' }
  | { readonly state: 'reading' | 'unreadable'; readonly name: string }
  | { readonly state: 'refused'; readonly name: string; readonly fault: FileFault }
  | { readonly state: 'read'; readonly name: string; readonly file: ReadFile };

/** How a row ended that was to be written. */
export type RowEnd =
  | {
      readonly outcome: 'imported';
      readonly id: Id;
      readonly hasPassword: boolean;
      readonly resets: readonly PropertyName[];
    }
  | { readonly outcome: 'failed'; readonly reason: string };

interface Parts {
  readonly client: Pick<DaemonClient, 'call'>;
  /** As the page knows them; undefined until then. */
  readonly accounts: ReadonlySignal<readonly Account[] | undefined>;
  readonly defaults: ReadonlySignal<Defaults>;
  /** What a person is told of a row that the daemon refused; undefined when it did not answer at all. */
  readonly refusalOf: (error: unknown) => string | undefined;
  /** What a person is told when the daemon did not answer. */
  readonly troubleOf: (error: unknown) => string;
  /** Told of a row whose account is no longer as the preview showed it. */
  readonly changedMeanwhile: string;
}

/** One import from the choice of a file to its end: all that the page does, without the page. */
export function importer({ client, accounts, defaults, refusalOf, troubleOf, changedMeanwhile }: Parts) {
  const chosen = signal<Chosen>({ state: 'none' });
  const confirmed = signal<Asked>({ plain: false, address: false });
  const unticked = signal<ReadonlySet<number>>(new Set());
  /** Rows that have ended, with the plan that they ended by. */
  const ended = signal<ReadonlyMap<number, { plan: RowPlan; end: RowEnd }>>(new Map());
  /** While it runs the rows stay as they are: each row that is written would make others look done. */
  const held = signal<readonly RowPlan[] | undefined>(undefined);
  const progress = signal<{ readonly done: number; readonly all: number } | undefined>(undefined);
  const trouble = signal('');
  let cancelled = false;
  let choices = 0;

  const plans: ReadonlySignal<readonly RowPlan[] | undefined> = computed(() => {
    if (held.value) return held.value;
    const known = accounts.value;
    if (chosen.value.state !== 'read' || !known) return undefined;
    return previewOf(chosen.value.file.rows, known, defaults.value).map((plan) => {
      const last = ended.value.get(plan.line);
      // A row that failed is looked at anew: what it would do may be something else by now.
      return last?.end.outcome === 'imported' ? last.plan : plan;
    });
  });

  /** What Import would write now. */
  const ready: ReadonlySignal<readonly Writing[]> = computed(() =>
    (plans.value ?? [])
      .filter(isWriting)
      .filter(
        (plan) =>
          !unticked.value.has(plan.line) &&
          isConfirmed(plan, confirmed.value) &&
          ended.value.get(plan.line)?.end.outcome !== 'imported',
      ),
  );

  function settle(plan: Writing, end: RowEnd): void {
    ended.value = new Map([...ended.peek(), [plan.line, { plan, end }]]);
  }

  async function write(plan: Writing, now: RowPlan | undefined): Promise<RowEnd> {
    // An answer that was lost on the way: it was written all the same.
    if (now?.what === 'same') return { outcome: 'imported', ...madeOf(now.account), resets: [] };
    if (now?.what !== plan.what) return { outcome: 'failed', reason: changedMeanwhile };
    try {
      const { account, resets } = await importRow(plan, confirmed.peek(), client);
      return { outcome: 'imported', ...madeOf(account), resets };
    } catch (error) {
      const reason = refusalOf(error);
      if (reason === undefined) throw error;
      return { outcome: 'failed', reason };
    }
  }

  return {
    chosen: chosen as ReadonlySignal<Chosen>,
    confirmed: confirmed as ReadonlySignal<Asked>,
    unticked: unticked as ReadonlySignal<ReadonlySet<number>>,
    ended: ended as ReadonlySignal<typeof ended.value>,
    progress: progress as ReadonlySignal<typeof progress.value>,
    trouble: trouble as ReadonlySignal<string>,
    plans,
    ready,

    /** Reads a file in place of the one before; a choice that comes later wins. */
    async choose(name: string, read: () => Promise<ReadFile>): Promise<void> {
      const choice = ++choices;
      clear({ state: 'reading', name });
      const next = await read().then(
        (file): Chosen => ({ state: 'read', name, file }),
        (error: unknown): Chosen =>
          error instanceof FileRefused
            ? { state: 'refused', name, fault: error.fault }
            : { state: 'unreadable', name },
      );
      if (choice === choices) chosen.value = next;
    },

    /** Forgets the file and all that was said of it. */
    forget(): void {
      choices++;
      clear({ state: 'none' });
    },

    confirm(what: keyof Asked, given: boolean): void {
      confirmed.value = { ...confirmed.value, [what]: given };
    },

    tick(lines: readonly number[], on: boolean): void {
      const next = new Set(unticked.value);
      for (const line of lines)
        if (on) next.delete(line);
        else next.add(line);
      unticked.value = next;
    },

    /** Writes row by row until the end, a cancel, or a daemon that is gone; what was done stays done. */
    async run(): Promise<void> {
      const { file } = chosen.peek() as Extract<Chosen, { state: 'read' }>;
      const writing = ready.peek();
      if (progress.peek() || writing.length === 0) return;
      cancelled = false;
      batch(() => {
        held.value = plans.peek();
        trouble.value = '';
        progress.value = { done: 0, all: writing.length };
      });
      try {
        const fresh = (await client.call('accountsList', {})).accounts.map(({ account }) => account);
        const now = new Map(previewOf(file.rows, fresh, defaults.peek()).map((plan) => [plan.line, plan]));
        for (const [at, plan] of writing.entries()) {
          if (cancelled) break;
          const end = await write(plan, now.get(plan.line));
          batch(() => {
            settle(plan, end);
            progress.value = { done: at + 1, all: writing.length };
          });
        }
      } catch (error) {
        trouble.value = troubleOf(error);
      } finally {
        batch(() => {
          held.value = undefined;
          progress.value = undefined;
        });
      }
    },

    /** Ends after the row under way. */
    cancel(): void {
      cancelled = true;
    },
  };

  function clear(next: Chosen): void {
    cancelled = true;
    batch(() => {
      chosen.value = next;
      confirmed.value = { plain: false, address: false };
      unticked.value = new Set();
      ended.value = new Map();
      trouble.value = '';
    });
  }
}

function madeOf({ id, hasPassword }: Account): { id: Id; hasPassword: boolean } {
  return { id, hasPassword };
}
