import type { PropertyEditor } from './property-editor.ts';

/** What is wrong with the value, between the field and its help; empty when nothing is. */
export function ValueError({ editor }: { editor: PropertyEditor }) {
  return (
    <p class="field-error" id="value-error" role="alert">
      {editor.error.value}
    </p>
  );
}
