import { type PropertyName, type PropertyValue, properties } from '../../shared/properties.ts';
import { propertySchema } from '../../shared/property-rules.ts';
import { propertiesWords as words } from '../words/properties.ts';

/** What was typed, as the property would keep it, or the sentence that says why it cannot be that. */
export type TypedValue = { value: PropertyValue } | { refusal: string };

/** A value as the editors hold it: `on` and `off`, digits, an id, addresses one a line. */
export function typedText(value: PropertyValue): string {
  if (typeof value === 'boolean') return value ? 'on' : 'off';
  if (typeof value === 'string') return value;
  return typeof value === 'number' ? String(value) : value.join('\n');
}

/** Reads what stands in an editor, by the rules of `shared/properties.ts`; whether an account fits is asked later. */
export function typedValue(name: PropertyName, text: string): TypedValue {
  const checked = propertySchema(name).safeParse(rawValue(name, text));
  if (checked.success) return { value: checked.data as PropertyValue };
  return { refusal: checked.error.issues[0]?.message ?? words.page.notSaved };
}

function rawValue(name: PropertyName, text: string): unknown {
  switch (properties[name].type) {
    case 'account':
      return pastedId(text);
    case 'boolean':
      return text === 'on';
    case 'addresses':
      return [...new Set(text.split(/[\n,;]/).map((line) => line.trim()))].filter(Boolean);
    case 'number':
      return typedNumber(text.trim());
  }
}

/** The id in a pasted address of a record, such as `options.html#/accounts/157425284611357796`; else the text itself. */
export function pastedId(text: string): string {
  const [, id] = /#\/accounts\/(\d{18})(?!\d)/.exec(text) ?? [];
  return id ?? text.trim();
}

/** Digits, also in groups of three as people write them; undefined for what may mean more than one number. */
function typedNumber(text: string): number | undefined {
  if (/^\d{1,3}(?:([ ,'’\u00a0\u202f])\d{3})(?:\1\d{3})*$/.test(text))
    return Number(text.replaceAll(/\D/g, ''));
  return /^-?\d+(?:\.\d+)?$/.test(text) ? Number(text) : undefined;
}
