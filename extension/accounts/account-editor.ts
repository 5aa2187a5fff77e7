import { batch, computed, type ReadonlySignal, signal } from '@preact/signals';
import type { Account } from '../../shared/account.ts';
import type { TestedAccount } from '../../shared/account-status.ts';
import type { DaemonClient } from '../../shared/daemon-client.ts';
import type { Id } from '../../shared/id.ts';
import { streamsBegun } from '../state/runs.ts';
import { t } from '../words.ts';
import { agreeing } from './agreeing.ts';
import {
  connectionOf,
  type Draft,
  draftOf,
  type DraftState,
  emptyDraft,
  sameDraft,
  withField,
  withFields,
} from './draft.ts';
import { follower } from './follower.ts';
import {
  connectionErrors,
  toldAtOnce,
  type FieldErrors,
  type FieldName,
  formErrors,
  plainErrors,
} from './field-errors.ts';
import { type PasswordNeed, passwordNeed } from './password-need.ts';
import type { Ask } from './question.ts';
import { saver } from './saver.ts';
import type { Trouble } from '../fields/trouble.ts';
import { troubleOf } from './trouble.ts';

export interface EditorParts {
  readonly call: DaemonClient['call'];
  readonly ask: Ask;
  /** What a new record begins with instead of an empty form. */
  readonly begin?: { readonly form: DraftState; readonly password: string } | undefined;
}

/** One open record: what is saved, what stands in the form, and what can be done with both. */
export type AccountEditor = ReturnType<typeof accountEditor>;

/** Opens a record; without an account it is a new one. The typed password lives as long as the editor. */
export function accountEditor(opened: TestedAccount | undefined, { call, ask, begin }: EditorParts) {
  const saved = signal(opened?.account);
  const form = signal<DraftState>(opened ? draftOf(opened.account) : (begin?.form ?? emptyDraft()));
  const baseline = signal(form.peek().draft);
  const password = signal(begin?.password ?? '');
  const savedPassword = signal('');
  const follow = follower({ saved, form, baseline, password, savedPassword });
  const left = signal<ReadonlySet<FieldName>>(new Set());
  const tried = signal<'save' | 'test' | undefined>(undefined);
  const refused = signal<FieldErrors>({});
  const trouble = signal<Trouble | undefined>(undefined);
  const busy = signal<'save' | 'test' | 'other' | undefined>(undefined);
  const tested = signal<{ testId: Id; draft: Draft; typed: string; streams: number } | undefined>(undefined);
  const passwordChanged = computed(() => password.value !== '' && password.value !== savedPassword.value);
  const dirty = computed(() => passwordChanged.value || !sameDraft(form.value.draft, baseline.value));
  const need: ReadonlySignal<PasswordNeed | undefined> = computed(() =>
    passwordNeed(form.value.draft, saved.value),
  );

  const errors: ReadonlySignal<FieldErrors> = computed(() => {
    const all = wrong(tried.value === 'test' ? 'test' : 'save');
    if (tried.value) return { ...all, ...refused.value };
    const seen = Object.entries(all).filter(([name]) => [...left.value].some((field) => field === name));
    return { ...Object.fromEntries(seen), ...toldAtOnce(all, form.value.draft), ...refused.value };
  });

  function wrong(purpose: 'save' | 'test'): FieldErrors {
    const { draft } = form.value;
    const found = plainErrors(purpose === 'save' ? formErrors(draft) : connectionErrors(draft));
    if (!need.value || password.value !== '') return found;
    const missing = need.value === 'missing';
    return {
      ...found,
      password: missing ? t('accounts.password.missing') : t('accounts.password.movedShort'),
    };
  }

  function change<Name extends keyof Draft>(name: Name, value: Draft[Name]): void {
    batch(() => {
      form.value = withField(form.value, name, value);
      forget(name);
    });
  }

  function forget(name: FieldName): void {
    if (refused.value[name] === undefined) return;
    refused.value = Object.fromEntries(Object.entries(refused.value).filter(([other]) => other !== name));
  }

  /** The password as it is sent: nothing while the stored one will do. */
  function secrets(): { password?: string } {
    return passwordChanged.value || (need.value && password.value !== '') ? { password: password.value } : {};
  }

  const saves = saver({ call, saved, form, baseline, password, follow, secrets });
  const agreed = agreeing({ form, ask, change, tell });

  function tell(error: unknown, title: string): void {
    const told = troubleOf(error, title);
    batch(() => {
      refused.value = told.errors;
      trouble.value = told.trouble;
    });
  }

  /** Goes back to what is saved, here or by somebody else, so that nothing holds the person here. */
  function discard(account = saved.value): void {
    batch(() => {
      saved.value = account;
      password.value = '';
      savedPassword.value = '';
      form.value = account ? draftOf(account) : emptyDraft();
      baseline.value = form.value.draft;
    });
  }

  /** One thing at a time; whether the form is fit for it is looked at first. */
  async function act<T>(purpose: 'save' | 'test', go: () => Promise<T | undefined>): Promise<T | undefined> {
    if (busy.value) return undefined;
    batch(() => {
      tried.value = purpose;
      refused.value = {};
      trouble.value = undefined;
    });
    if (Object.keys(wrong(purpose)).length > 0) return undefined;
    busy.value = purpose;
    try {
      const result = await go();
      if (result !== undefined) tried.value = undefined;
      return result;
    } finally {
      busy.value = undefined;
    }
  }

  return {
    saved: saved as ReadonlySignal<typeof saved.value>,
    form: form as ReadonlySignal<DraftState>,
    password: password as ReadonlySignal<string>,
    trouble: trouble as ReadonlySignal<Trouble | undefined>,
    busy: busy as ReadonlySignal<typeof busy.value>,
    /** The test that was started here last, and what it tested. */
    tested: tested as ReadonlySignal<typeof tested.value>,
    dirty,
    passwordChanged,
    need,
    errors,
    clashes: saves.clashes,
    change,
    follow: (account: Account) => follow(account),

    /** Several fields at once, such as what a pasted address holds. Gives what takes it back, while nothing else changed. */
    changeAll(fields: Partial<Draft>): { after: DraftState; undo: () => void } {
      const before = form.value;
      const after = withFields(before, fields);
      batch(() => {
        form.value = after;
        refused.value = {};
      });
      return { after, undo: () => void (form.value = before) };
    },

    changePassword(typed: string): void {
      batch(() => {
        password.value = typed;
        forget('password');
      });
    },

    /** A field that was filled in and left may be told what is wrong with it; an empty one waits for Save. */
    leave(name: 'password' | keyof Draft): void {
      const empty = (name === 'password' ? password.value : form.value.draft[name]) === '';
      if (!empty && !left.value.has(name)) left.value = new Set([...left.value, name]);
    },

    /** Resolves with the sentences' material: properties that fell back; undefined when nothing was saved. `anyway` also over fields that somebody else saved. */
    save: ({ anyway = false } = {}) =>
      act('save', () =>
        agreed(t('accounts.errors.notSaved'), async () => {
          const { account, resets, draft, typed } = await saves.send(anyway);
          batch(() => {
            saved.value = account;
            const next = draftOf(account);
            if (sameDraft(form.value.draft, draft)) form.value = next;
            baseline.value = next.draft;
            savedPassword.value = typed;
            left.value = new Set();
          });
          return resets;
        }),
      ),

    /** Tests what is saved, or, when the form says something else, that. `anyway` also a guarded account. */
    test: ({ fullLog = false, anyway = false } = {}) =>
      act('test', () =>
        agreed(t('accounts.errors.notTested'), async (draft) => {
          const accountId = saved.value?.id;
          const connection = connectionOf(draft);
          const debug = fullLog || connection.debug;
          const streams = streamsBegun.peek();
          const more = anyway ? { anyway } : {};
          const typed = password.value;
          const { testId } =
            accountId && !dirty.value
              ? await call('testsStart', { accountId, ...(fullLog ? { debug } : {}), ...more })
              : await call(
                  'testsStartDraft',
                  { ...(accountId ? { accountId } : {}), connection: { ...connection, debug }, ...more },
                  secrets(),
                );
          tested.value = { testId, draft, typed, streams };
          return testId;
        }),
      ),

    async stop(testId: Id): Promise<void> {
      try {
        await call('testsCancel', { testIds: [testId] });
      } catch (error) {
        tell(error, t('accounts.errors.failed'));
      }
    },

    /** Something else that the daemon is asked for; undefined when it failed, which is told. */
    async attempt<T>(go: () => Promise<T>): Promise<T | undefined> {
      if (busy.value) return undefined;
      busy.value = 'other';
      trouble.value = undefined;
      try {
        return await go();
      } catch (error) {
        tell(error, t('accounts.errors.failed'));
        return undefined;
      } finally {
        busy.value = undefined;
      }
    },

    discard: () => discard(),
    /** Puts what somebody else has saved in the place of what stands here. */
    adopt: (account: Account) => discard(account),
  };
}
