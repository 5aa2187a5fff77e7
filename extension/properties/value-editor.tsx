import { properties as rules } from '../../shared/properties.ts';
import { AccountPicker } from './account-picker.tsx';
import { AddressLines } from './address-lines.tsx';
import { NumberField } from './number-field.tsx';
import type { PropertyEditor } from './property-editor.ts';
import { ValueSwitch } from './value-switch.tsx';

/** The editor that fits the type of the property. */
export function ValueEditor({ editor }: { editor: PropertyEditor }) {
  const rule = rules[editor.name];
  switch (rule.type) {
    case 'account':
      return <AccountPicker editor={editor} of={rule.of} />;
    case 'boolean':
      return <ValueSwitch editor={editor} />;
    case 'addresses':
      return <AddressLines editor={editor} />;
    case 'number':
      return <NumberField editor={editor} rule={rule} />;
  }
}
