import { type PropertyName, type PropertyValue, properties } from '../../shared/properties.ts';
import { propertySchema } from '../../shared/property-rules.ts';
import { t } from '../words.ts';

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
  return { refusal: checked.error.issues[0]?.message ?? t('properties.page.notSaved') };
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

/**
 * The id in what was pasted: the address of a record, such as `options.html#/accounts/157425284611357796`, an id in
 * quotes, one that was broken by blanks, or one within a sentence. The text itself where there is none, or more than one.
 */
export function pastedId(text: string): string {
  const [, ofRecord] = /#\/accounts\/(\d{18})(?!\d)/.exec(text) ?? [];
  if (ofRecord) return ofRecord;
  // Blanks, what no one sees, and quotes of all languages.
  const bare = text.replaceAll(/[\s\p{Cf}\p{Pi}\p{Pf}"'`„]/gu, '');
  if (/^\d{18}$/.test(bare)) return bare;
  const [id, ...more] = new Set(text.match(/(?<!\d)\d{18}(?!\d)/g));
  return id && more.length === 0 ? id : text.trim();
}

/** Digits, also in groups of three as people write them; undefined for what may mean more than one number. */
function typedNumber(text: string): number | undefined {
  if (/^\d{1,3}(?:([ ,'’\u00a0\u202f])\d{3})(?:\1\d{3})*$/.test(text))
    return Number(text.replaceAll(/\D/g, ''));
  return /^-?\d+(?:\.\d+)?$/.test(text) ? Number(text) : undefined;
}
