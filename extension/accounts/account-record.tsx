import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Account } from '../../shared/account.ts';
import type { TestedAccount } from '../../shared/account-status.ts';
import type { TestEvent } from '../../shared/event.ts';
import type { Id } from '../../shared/id.ts';
import { CompanionAway } from '../companion/companion-away.tsx';
import { isKey } from '../frame/is-key.ts';
import { useLeaveGuard } from '../frame/use-leave-guard.ts';
import { accounts } from '../state/accounts.ts';
import { call } from '../state/call.ts';
import { GuardButtons } from '../status/guard-buttons.tsx';
import { PinningContext } from '../test-panel/pinning.ts';
import { TestPanel } from '../test-panel/test-panel.tsx';
import { t } from '../words.ts';
import { accountEditor } from './account-editor.ts';
import { AccountFields } from './account-fields.tsx';
import { listAddress } from '../addresses/accounts-address.ts';
import { ConflictSlot } from './conflict-slot.tsx';
import { ConnectionFields } from './connection-fields.tsx';
import { ErrorSummary } from '../fields/error-summary.tsx';
import { connectionOf } from './draft.ts';
import { fieldNames } from './field-errors.ts';
import { focusFirst, focusIfLost, focusPassword } from './focus-field.ts';
import { matchingDraft } from './matching-draft.ts';
import { recordActions } from './record-actions.ts';
import { RecordHead } from './record-head.tsx';
import { RecordParts } from './record-parts.tsx';
import { RelatedLinks } from './related-links.tsx';
import { shownTest } from './shown-test.ts';
import { TroubleNotice } from '../fields/trouble-notice.tsx';
import type { Trouble } from '../fields/trouble.ts';
import { useQuestion } from './use-question.tsx';

interface AccountRecordProps {
  opened: TestedAccount | undefined;
  /** Of the last test, when it was opened. */
  events: readonly TestEvent[];
  /** The account that a new one is to match. */
  like: Account | undefined;
  /** The password that was typed there, or empty. */
  handed: string;
  /** It was deleted since it was opened. */
  gone: boolean;
  onCreated: (id: Id) => void;
}

/** The record of one account: its form, its test, and what else can be done with it. */
export function AccountRecord({ opened, events, like, handed, gone, onCreated }: AccountRecordProps) {
  const [name, setName] = useState('');
  const [dialog, ask] = useQuestion(name);
  const editor = useMemo(() => {
    const begin = like && { form: matchingDraft(like), password: handed };
    return accountEditor(opened, { call, ask, begin });
  }, [ask]);
  const [asked, setAsked] = useState(0);
  const [notice, setNotice] = useState('');
  const panel = useRef<HTMLElement>(null);
  useLeaveGuard(
    () => editor.dirty.peek(),
    async () => {
      const leave = await ask({ kind: 'leave' });
      if (leave) editor.discard();
      return leave;
    },
  );

  const saved = editor.saved.value;
  const stored = accounts.value?.find(({ account }) => account.id === saved?.id);
  const listed = stored?.account;
  useEffect(() => {
    if (listed) editor.follow(listed);
  }, [editor, listed]);
  const { draft } = editor.form.value;
  const title = saved?.name ?? t('accounts.record.newTitle');
  const shown = shownTest(editor, opened?.lastTest, events);
  useEffect(() => {
    setName(title);
    document.title = `${title} · ${t('accounts.title')} · ${t('frame.app')}`;
  }, [title]);

  useLayoutEffect(() => focusFirst(opened === undefined), []);
  // What was noted of the last save is not so any more.
  const dirty = editor.dirty.value;
  useEffect(() => {
    if (dirty) setNotice('');
  }, [dirty]);

  const save = async (anyway = false): Promise<boolean> => {
    const created = editor.saved.peek() === undefined;
    setNotice('');
    const resets = await editor.save({ anyway });
    if (!resets) {
      setAsked((times) => times + 1);
      return false;
    }
    const id = editor.saved.peek()?.id;
    if (created && id) onCreated(id);
    if (resets.length > 0) setNotice(t('accounts.record.resets', { names: resets.join(', ') }));
    // Not over what was typed meanwhile.
    else if (!editor.dirty.peek()) setNotice(t('accounts.record.saved'));
    return true;
  };
  const loadTheirs = async () => {
    const id = editor.saved.peek()?.id;
    const theirs = id && (await editor.attempt(() => call('accountsGet', { id })));
    if (!theirs) return;
    editor.adopt(theirs.account);
    setNotice(t('accounts.conflict.loaded'));
  };
  // The notice with its buttons is gone then: one goes on in the field that it was about.
  const settle = async (go: () => Promise<unknown>) => {
    const field = editor.clashes.peek()[0]?.name ?? 'name';
    await go();
    // What failed has a notice of its own, which has the focus.
    focusIfLost(field);
  };
  const test = async (fullLog = false, anyway = false) => {
    // Asked anew: the next test may be wanted before this one is drawn.
    if (shownTest(editor, opened?.lastTest, events)?.running) return setNotice(t('accounts.record.testRuns'));
    setNotice('');
    // What was pressed there goes as soon as the test runs.
    if (document.activeElement?.closest('.notice, .banner')) panel.current?.focus({ preventScroll: true });
    const started = await editor.test({ fullLog, anyway });
    if (started) panel.current?.scrollIntoView({ block: 'nearest' });
    else setAsked((times) => times + 1);
  };
  const pin = (spki: string) => {
    // The pin is what validates from now on.
    editor.changeAll({ pin: spki, insecure: false });
    // As soon as it is drawn: the button that was pressed is gone then.
    setTimeout(() => document.querySelector<HTMLElement>('#field-pin')?.focus());
  };
  const guard = { changePassword: focusPassword, testAnyway: () => test(false, true) };
  const actions = {
    test,
    save: () => save(),
    saveAndExit: async () => void ((await save()) && (location.hash = listAddress)),
    stop: () => (shown ? editor.stop(shown.testId) : Promise.resolve()),
    allowAddress: async () => {
      editor.change('allowAddress', true);
      await test();
    },
  };
  const more = recordActions({ editor, ask, say: setNotice });
  const onKeyDown = (event: KeyboardEvent) => {
    if (!(event.ctrlKey || event.metaKey) || event.isComposing) return;
    const act = event.key === 'Enter' ? test : isKey(event, 's') ? save : undefined;
    if (!act) return;
    event.preventDefault();
    // A question that is open is answered first.
    if (!document.querySelector('dialog[open]')) void act();
  };
  // With the paint: a key that comes at once is for this page.
  useLayoutEffect(() => {
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  });

  const trouble = editor.trouble.value;
  const stopped = Object.keys(editor.errors.value).length > 0 || trouble;
  return (
    <main id="content" tabIndex={-1}>
      <RecordHead
        editor={editor}
        title={title}
        running={shown?.running ?? false}
        notice={stopped ? '' : notice}
        more={more}
        {...actions}
      />
      <CompanionAway />
      <RecordParts
        tested={shown !== undefined}
        form={
          <form class="account-form" noValidate onSubmit={(event) => event.preventDefault()}>
            <TroubleNotice trouble={gone ? goneTrouble() : undefined} />
            <TroubleNotice trouble={trouble} takesFocus>
              {trouble?.conflict && (
                <ConflictSlot
                  clashes={editor.clashes.value}
                  load={() => settle(loadTheirs)}
                  saveAnyway={() => settle(() => save(true))}
                />
              )}
              {trouble?.guarded && (
                <p class="notice-actions">
                  <GuardButtons {...guard} busy={editor.busy.value !== undefined} />
                </p>
              )}
            </TroubleNotice>
            <ErrorSummary errors={editor.errors.value} order={fieldNames} asked={asked} />
            <AccountFields
              editor={editor}
              like={like?.name}
              lost={(stored ?? opened)?.passwordLost ?? false}
            />
            <ConnectionFields editor={editor} />
            <p class="fields-mandatory">{t('fields.mandatory')}</p>
          </form>
        }
        test={
          <PinningContext.Provider value={{ pinned: draft.pin, pin }}>
            <TestPanel
              panelRef={panel}
              name={saved ? saved.name : draft.name.trim()}
              connection={connectionOf(editor.tested.value?.draft ?? draft)}
              shown={shown}
              busy={editor.busy.value !== undefined}
              // Another password than the stored one was refused by nobody.
              guard={
                editor.passwordChanged.value
                  ? undefined
                  : trouble?.guarded
                    ? 'told'
                    : stored?.guarded
                      ? guard
                      : undefined
              }
              {...actions}
            />
          </PinningContext.Provider>
        }
        links={
          <RelatedLinks editor={editor} ask={ask} actions={more} say={setNotice} onTest={() => void test()} />
        }
      />
      {dialog}
    </main>
  );
}

/** What stands in the form is kept, so that it can be copied into a new account. */
function goneTrouble(): Trouble {
  return { title: t('accounts.record.goneTitle'), message: t('accounts.record.gone') };
}
