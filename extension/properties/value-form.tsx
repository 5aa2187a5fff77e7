import type { Ref } from 'preact';
import { meaningOf } from '../../shared/property-rules.ts';
import { accounts } from '../state/accounts.ts';
import { t } from '../words.ts';
import type { PropertyEditor } from './property-editor.ts';
import { ValueEditor } from './value-editor.tsx';
import { valueWords } from './value-words.ts';

interface ValueFormProps {
  formRef: Ref<HTMLFormElement>;
  editor: PropertyEditor;
  /** What is stored cannot be read. */
  damaged: boolean;
  onSave: () => Promise<void>;
}

/** The meaning, the editor, and what is wrong with what stands in it. */
export function ValueForm({ formRef, editor, damaged, onSave }: ValueFormProps) {
  const { name } = editor;
  const error = editor.error.value;
  const trouble = editor.trouble.value;
  return (
    <form
      ref={formRef}
      noValidate
      class="property-form"
      onSubmit={(event) => {
        event.preventDefault();
        void onSave();
      }}
    >
      <p class="property-meaning">{meaningOf(name)}</p>
      {damaged && (
        <p class="property-elsewhere" role="status">
          {t('properties.page.damaged')}
        </p>
      )}
      {trouble && (
        <div class="property-trouble" role="alert">
          <strong>{t('properties.page.notSaved')}</strong> {trouble}
        </div>
      )}
      {editor.changedElsewhere.value && (
        <p class="property-elsewhere" role="status">
          {t('properties.page.elsewhere', { value: valueWords(name, editor.stored.value, accounts.value) })}
        </p>
      )}
      <div class={error ? 'property-value field-wrong' : 'property-value'}>
        <ValueEditor editor={editor} />
      </div>
    </form>
  );
}
