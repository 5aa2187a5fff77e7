import type { properties, PropertyName } from '../../shared/properties.ts';
import type { PropertyEditor } from './property-editor.ts';
import { ValueError } from './value-error.tsx';
import { typedValue } from './typed-value.ts';
import { valueWords } from './value-words.ts';
import { inDigits, t } from '../words.ts';

type NumberRule = Extract<(typeof properties)[PropertyName], { type: 'number' }>;

interface NumberFieldProps {
  editor: PropertyEditor;
  rule: NumberRule;
}

/** A whole number with its unit and limits, and what it means in words as it is typed. */
export function NumberField({ editor, rule: { unit, least, most } }: NumberFieldProps) {
  const read = typedValue(editor.name, editor.text.value);
  return (
    <>
      <label class="field-label" for="value">
        {t('properties.page.value')}
      </label>
      <div class="property-number">
        <input
          id="value"
          type="text"
          inputMode="numeric"
          autocomplete="off"
          value={editor.text.value}
          aria-invalid={editor.error.value !== ''}
          aria-describedby="value-unit value-error value-help"
          onInput={(event) => editor.change(event.currentTarget.value)}
          onBlur={() => editor.leave()}
        />
        <span id="value-unit">{t(`properties.units.${unit}`)}</span>
      </div>
      <ValueError editor={editor} />
      <p class="field-help" id="value-help">
        {t('properties.page.numberHelp', { least: inDigits(least), most: inDigits(most) })}{' '}
        {'value' in read && <>{valueWords(editor.name, read.value)}.</>}
      </p>
    </>
  );
}
