import { batch, computed, type ReadonlySignal, signal } from '@preact/signals';
import type { DaemonClient } from '../../shared/daemon-client.ts';
import type { PropertyName, PropertyValue } from '../../shared/properties.ts';
import { Refused } from '../../shared/refusal.ts';
import { sentenceOf } from '../state/sentence-of.ts';
import { typedText, typedValue } from './typed-value.ts';

export interface PropertyEditorParts {
  readonly call: DaemonClient['call'];
  /** As the daemon has it now. */
  readonly stored: ReadonlySignal<PropertyValue>;
  /** Brings `stored` up to date. */
  readonly reload: () => Promise<void>;
  /** Why this value will not do, as far as this page knows; the daemon is asked all the same. */
  readonly doubt?: (value: PropertyValue) => string | undefined;
}

/** One open property: what stands in its editor, and what can be done with it. */
export type PropertyEditor = ReturnType<typeof propertyEditor>;

/** Opens a property. Until something is typed the editor follows what is stored; from then on it keeps the typed. */
export function propertyEditor(name: PropertyName, { call, stored, reload, doubt }: PropertyEditorParts) {
  const typed = signal<{ text: string; over: string } | undefined>(undefined);
  const left = signal(false);
  const refused = signal('');
  const trouble = signal('');
  const done = signal<'saved' | 'reset' | undefined>(undefined);
  const busy = signal(false);
  /** What a reset took away. */
  const before = signal<PropertyValue | undefined>(undefined);

  const storedText = computed(() => typedText(stored.value));
  const text = computed(() => typed.value?.text ?? storedText.value);
  const read = computed(() => typedValue(name, text.value));
  const dirty = computed(() => {
    if (typed.value === undefined) return false;
    return !('value' in read.value) || typedText(read.value.value) !== storedText.value;
  });
  /** Somebody else changed it while this one was being typed. */
  const changedElsewhere = computed(
    () => dirty.value && typed.value !== undefined && typed.value.over !== storedText.value,
  );
  const error = computed(() => {
    if (refused.value) return refused.value;
    if (!('value' in read.value)) return left.value ? read.value.refusal : '';
    return (dirty.value && doubt?.(read.value.value)) || '';
  });

  /** One thing at a time. True when it was done. */
  async function act(what: 'saved' | 'reset', go: () => Promise<unknown>): Promise<boolean> {
    if (busy.value) return false;
    batch(() => {
      busy.value = true;
      refused.value = '';
      trouble.value = '';
      done.value = undefined;
    });
    const sent = typed.peek();
    try {
      await go();
      await reload();
      batch(() => {
        // What was typed meanwhile stays.
        if (typed.peek() === sent) {
          typed.value = undefined;
          left.value = false;
        } else if (typed.value) typed.value = { ...typed.value, over: storedText.peek() };
        done.value = what;
      });
      return true;
    } catch (error) {
      const atField = error instanceof Refused && error.refusal.kind === 'invalid';
      (atField ? refused : trouble).value = sentenceOf(error);
      return false;
    } finally {
      busy.value = false;
    }
  }

  return {
    name,
    stored,
    text,
    dirty,
    changedElsewhere,
    error,
    trouble: trouble as ReadonlySignal<string>,
    done: done as ReadonlySignal<typeof done.value>,
    busy: busy as ReadonlySignal<boolean>,

    change(text: string): void {
      batch(() => {
        typed.value = { text, over: typed.peek()?.over ?? storedText.peek() };
        refused.value = '';
        done.value = undefined;
      });
    },

    /** What was left may be told what is wrong with it. */
    leave(): void {
      left.value = true;
    },

    async save(): Promise<boolean> {
      left.value = true;
      const now = read.peek();
      if (!('value' in now)) return false;
      return act('saved', () => call('propertiesSet', { name, value: now.value }));
    },

    async reset(): Promise<boolean> {
      const value = stored.peek();
      const reset = await act('reset', () => call('propertiesReset', { name }));
      if (reset) before.value = value;
      return reset;
    },

    /** Puts back what the last reset took away. */
    undoReset(): Promise<boolean> {
      const value = before.peek();
      if (value === undefined) return Promise.resolve(false);
      return act('saved', () => call('propertiesSet', { name, value }));
    },

    discard(): void {
      batch(() => {
        typed.value = undefined;
        left.value = false;
        refused.value = '';
        trouble.value = '';
      });
    },
  };
}
