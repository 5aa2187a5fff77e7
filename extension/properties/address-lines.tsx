import { t } from '../words.ts';
import type { PropertyEditor } from './property-editor.ts';
import { ValueError } from './value-error.tsx';

/** Addresses, one a line. */
export function AddressLines({ editor }: { editor: PropertyEditor }) {
  return (
    <>
      <label class="field-label" for="value">
        {t('properties.page.addresses')}
      </label>
      <textarea
        id="value"
        class="property-lines"
        rows={6}
        autocomplete="off"
        spellcheck={false}
        value={editor.text.value}
        aria-invalid={editor.error.value !== ''}
        aria-describedby="value-error value-help"
        onInput={(event) => editor.change(event.currentTarget.value)}
        onBlur={() => editor.leave()}
      />
      <ValueError editor={editor} />
      <p class="field-help" id="value-help">
        {t('properties.page.addressesHelp')}
      </p>
    </>
  );
}
