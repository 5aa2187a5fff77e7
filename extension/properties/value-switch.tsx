import { propertiesWords } from '../words/properties.ts';
import type { PropertyEditor } from './property-editor.ts';
import { ValueError } from './value-error.tsx';

/** On or off; the state stands beside it as a word. */
export function ValueSwitch({ editor }: { editor: PropertyEditor }) {
  const { page, values } = propertiesWords;
  const labels: Partial<Record<string, string>> = page.switch;
  const on = editor.text.value === 'on';
  return (
    <>
      <label class="property-switch">
        <input
          type="checkbox"
          role="switch"
          checked={on}
          aria-label={labels[editor.name] ?? page.value}
          aria-describedby="value-error"
          onChange={(event) => editor.change(event.currentTarget.checked ? 'on' : 'off')}
        />
        <span>{labels[editor.name] ?? page.value}</span>
        <span class="property-state" aria-hidden="true">
          {on ? values.on : values.off}
        </span>
      </label>
      <ValueError editor={editor} />
    </>
  );
}
