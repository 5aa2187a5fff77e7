import { useComputed } from '@preact/signals';
import { useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import { Id } from '../../shared/id.ts';
import { type PropertyName, type PropertyValue, properties as rules } from '../../shared/properties.ts';
import { accountRefusal } from '../../shared/property-rules.ts';
import { isKey } from '../frame/is-key.ts';
import { accounts } from '../state/accounts.ts';
import { call } from '../state/call.ts';
import { loadProperties, properties } from '../state/properties.ts';
import { PropertiesWait } from './properties-wait.tsx';
import { propertyEditor } from './property-editor.ts';
import { PropertyFacts } from './property-facts.tsx';
import { PropertyHead } from './property-head.tsx';
import { StaleNotice } from './stale-notice.tsx';
import { useLeaveQuestion } from './use-leave-question.tsx';
import { ValueForm } from './value-form.tsx';

interface PropertyPageProps {
  name: PropertyName;
  /** The address of the list it was opened from. */
  back: string;
}

/** One property: what it means, its value to change, who changed it last. */
export function PropertyPage({ name, back }: PropertyPageProps) {
  const stored = useComputed(() => properties.value?.values[name] ?? rules[name].default);
  const editor = useMemo(
    () =>
      propertyEditor(name, { call, stored, reload: loadProperties, doubt: (value) => doubt(name, value) }),
    [name],
  );
  const question = useLeaveQuestion(editor);
  const form = useRef<HTMLFormElement>(null);
  const save = async () => {
    if (await editor.save()) return;
    if (editor.error.peek()) form.current?.querySelector<HTMLElement>('#value')?.focus();
  };
  const cancel = () => {
    editor.discard();
    location.hash = back;
  };
  // With the paint: a key that comes at once is for this page.
  useLayoutEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.isComposing || event.defaultPrevented) return;
      const isSave = isKey(event, 's') && (event.ctrlKey || event.metaKey);
      const asks = document.querySelector('dialog[open]') !== null;
      // Within a dialog Escape is the dialog's. What is unsaved is asked for on the way out.
      const isBack = event.key === 'Escape' && !asks;
      if (!isSave && !isBack) return;
      event.preventDefault();
      if (isBack) location.hash = back;
      else if (!asks) void save();
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, [editor, back]);

  const known = properties.value;
  return (
    <main id="content" tabIndex={-1}>
      <PropertyHead editor={editor} back={back} ready={known !== undefined} onSave={save} onCancel={cancel} />
      {known ? (
        <div class="page property">
          <StaleNotice />
          <ValueForm formRef={form} editor={editor} damaged={known.damaged.includes(name)} onSave={save} />
          <PropertyFacts editor={editor} known={known} />
        </div>
      ) : (
        <PropertiesWait />
      )}
      {question}
    </main>
  );
}

/** What the daemon would say to this account, by the list of accounts that is here. */
function doubt(name: PropertyName, value: PropertyValue): string | undefined {
  const id = rules[name].type === 'account' ? Id.safeParse(value).data : undefined;
  const all = accounts.value;
  if (id === undefined || !all) return undefined;
  return accountRefusal(name, id, all.find(({ account }) => account.id === id)?.account);
}
