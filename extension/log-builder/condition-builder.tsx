import '../style/fields.css';
import '../style/log-builder.css';
import '../style/log-builder-row.css';
import '../style/log-builder-value.css';
import { X } from 'lucide';
import { useId, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { conditionFields } from '../../shared/condition/fields.ts';
import { type Condition, conditionLimits } from '../../shared/condition.ts';
import { Icon } from '../status/icon.tsx';
import { t } from '../words.ts';
import { type NamedAccount, accountNames } from './account-names.ts';
import { BuilderContext } from './builder-context.ts';
import type { BuiltList } from './built-list.ts';
import {
  type Draft,
  asksTheSame,
  conditionOf,
  draftOf,
  rulesOf,
  withoutWrappers,
  sizeOf,
} from './condition-draft.ts';
import { ConditionText } from './condition-text.tsx';
import { DiscardQuestion } from './discard-question.tsx';
import { DraftEditor } from './draft-editor.tsx';
import { draftTrouble } from './draft-trouble.ts';
import { fullReasons } from './full-reasons.ts';
import { ownZone } from '../own-zone.ts';
import { isField } from './rule-shape.ts';
import { useLeaving } from './use-leaving.ts';

/** What the builder begins with, and what becomes of it. */
export interface ConditionBuilderProps {
  list: BuiltList;
  /** As it is asked now; what is edited is a copy of it. */
  condition: Condition;
  accounts: readonly NamedAccount[];
  onApply: (condition: Condition) => void;
  /** Nothing is to be applied. The page takes the builder away after either. */
  onClose: () => void;
}

/** Builds a condition, in a native dialog that is open as long as it is rendered. */
export function ConditionBuilder({ list, condition, accounts, onApply, onClose }: ConditionBuilderProps) {
  const [opened] = useState(() => draftOf(withoutWrappers(condition)));
  const [draft, setDraft] = useState(opened);
  const [told, setTold] = useState<ReadonlySet<string>>(new Set());
  const [refused, setRefused] = useState(false);
  const [replaced, setReplaced] = useState(0);
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  const namesId = useId();
  const names = useMemo(() => accountNames(accounts), [accounts]);
  const changed = !asksTheSame(opened, draft);
  // Closed before it is taken away: only then the browser gives the focus back to what opened it.
  const shut = () => dialog.current?.close();
  const { asking, leave, answer, release } = useLeaving(changed, () => {
    shut();
    onClose();
  });

  useLayoutEffect(() => {
    dialog.current?.showModal();
  }, []);
  // The button that replaced the draft may have no more to do, and would drop the focus.
  useLayoutEffect(() => focusFirst(dialog.current), [replaced]);
  const replace = (by: Draft) => {
    setDraft(by);
    setReplaced((times) => times + 1);
  };

  const apply = () => {
    const rules = rulesOf(draft);
    const wrong = rules.find((rule) => draftTrouble(rule) !== undefined);
    setTold(new Set(rules.map(({ id = '' }) => id)));
    if (wrong) {
      focusRule(dialog.current, wrong.id);
      return;
    }
    const finished = conditionOf(draft, list.fields);
    setRefused(!finished);
    if (!finished) return;
    release();
    shut();
    onApply(finished);
  };

  return (
    <>
      <dialog
        class="builder"
        ref={dialog}
        aria-labelledby={titleId}
        // Some ways to close a dialog come without Escape, such as Back on a phone, and some without asking.
        onCancel={(event) => {
          event.preventDefault();
          leave();
        }}
        onClose={({ currentTarget }) => {
          if (!currentTarget.isConnected) return;
          currentTarget.showModal();
          leave();
        }}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && !event.defaultPrevented) {
            // A second Escape would close the dialog without asking.
            event.preventDefault();
            leave();
          }
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
            event.preventDefault();
            apply();
          }
        }}
      >
        <form
          class="builder-form"
          novalidate
          onSubmit={(event) => {
            event.preventDefault();
            apply();
          }}
        >
          <header class="builder-title">
            <h2 id={titleId}>{t('logBuilder.title')}</h2>
            <button
              type="button"
              class="icon-button builder-remove"
              aria-label={t('logBuilder.close')}
              onClick={leave}
            >
              <Icon of={X} />
            </button>
          </header>
          <div class="builder-body">
            <BuilderContext
              value={{
                list,
                names,
                namesId,
                full: fullReasons(draft),
                room: conditionLimits.mostValuesInAll - sizeOf(draft).values,
                isTold: (id) => told.has(id),
                tell: (id) => setTold((before) => new Set([...before, id])),
              }}
            >
              <DraftEditor draft={draft} onDraft={setDraft} />
              <ConditionText draft={draft} />
            </BuilderContext>
            <datalist id={namesId}>
              {names.all.map((name) => (
                <option key={name} value={name} />
              ))}
            </datalist>
            {usesTime(draft) && ownZone !== 'UTC' ? (
              <p class="builder-zone">{t('logBuilder.zone', { zone: ownZone })}</p>
            ) : null}
          </div>
          <footer class="builder-foot">
            <button
              type="button"
              class="button button-quiet"
              disabled={draft.rules.length === 0}
              onClick={() => replace(draftOf({ combinator: 'and', rules: [] }))}
            >
              {t('logBuilder.clear')}
            </button>
            <button
              type="button"
              class="button button-quiet"
              disabled={!changed}
              onClick={() => replace(opened)}
            >
              {t('logBuilder.reset')}
            </button>
            <span class="builder-refused" role="alert">
              {refused ? t('logBuilder.troubles.whole') : null}
            </span>
            <button type="button" class="button" onClick={leave}>
              {t('logBuilder.cancel')}
            </button>
            <button type="submit" class="button button-main">
              {t('logBuilder.apply')}
            </button>
          </footer>
        </form>
      </dialog>
      {asking ? <DiscardQuestion onAnswer={answer} /> : null}
    </>
  );
}

function focusFirst(dialog: HTMLDialogElement | null): void {
  const first = dialog?.querySelector<HTMLElement>('[data-enter]');
  (first ?? dialog?.querySelector<HTMLElement>('[data-leave]'))?.focus();
}

/** To the value of the rule, which is what is wrong. */
function focusRule(dialog: HTMLDialogElement | null, id = ''): void {
  const row = dialog?.querySelector(`[data-rule="${id}"]`);
  const value = row?.querySelector<HTMLElement>('.builder-value :is(input, select):last-of-type');
  (value ?? row?.querySelector('select'))?.focus();
}

function usesTime(draft: Draft): boolean {
  return rulesOf(draft).some(({ field }) => isField(field) && conditionFields[field].type === 'time');
}
