import type { PropertyName } from '../../shared/properties.ts';
import { t } from '../words.ts';
import type { PropertyEditor } from './property-editor.ts';
import { ValueError } from './value-error.tsx';

const labels: Partial<Record<PropertyName, string>> = {
  'simple.email.smtp.active': t('properties.page.switch.simple_email_smtp_active'),
  'simple.email.read.active': t('properties.page.switch.simple_email_read_active'),
};

/** On or off; the state stands beside it as a word. */
export function ValueSwitch({ editor }: { editor: PropertyEditor }) {
  const label = labels[editor.name] ?? t('properties.page.value');
  const on = editor.text.value === 'on';
  return (
    <>
      <label class="property-switch">
        <input
          type="checkbox"
          role="switch"
          checked={on}
          aria-label={label}
          aria-describedby="value-error"
          onChange={(event) => editor.change(event.currentTarget.checked ? 'on' : 'off')}
        />
        <span>{label}</span>
        <span class="property-state" aria-hidden="true">
          {on ? t('properties.values.on') : t('properties.values.off')}
        </span>
      </label>
      <ValueError editor={editor} />
    </>
  );
}
