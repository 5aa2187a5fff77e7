import { type PropertyName, properties, propertyNames } from '../../../shared/properties.ts';
import { propertySchema } from '../../../shared/property-rules.ts';
import { visibleText } from '../../../shared/visible-text.ts';
import { nearest } from '../nearest.ts';
import { UsageError } from '../usage-error.ts';
import { wholeNumber } from './whole-number.ts';

/** A property by its name. Throws UsageError. */
export function propertyNamed(text: string): PropertyName {
  const name = propertyNames.find((known) => known === text);
  if (name) return name;
  const near = nearest(text, propertyNames);
  const hint = near ? `Did you mean ${near}?` : 'npx mailprobe properties lists them.';
  throw new UsageError(`There is no property "${visibleText(text, 60)}". ${hint}`);
}

/** A typed value as the property keeps it: `on` and `off`, a number, addresses with commas between. Throws UsageError. */
export function propertyValue(name: PropertyName, text: string): unknown {
  const checked = propertySchema(name).safeParse(valueOf(name, text.trim()));
  if (checked.success) return checked.data;
  throw new UsageError(checked.error.issues[0]?.message ?? `${name} does not take this value.`);
}

/** A value as a person would type it. */
export function propertyText(value: unknown): string {
  if (typeof value === 'boolean') return value ? 'on' : 'off';
  if (typeof value === 'number') return String(value);
  if (Array.isArray(value)) return value.join(', ');
  return typeof value === 'string' ? value : '';
}

function valueOf(name: PropertyName, text: string): unknown {
  switch (properties[name].type) {
    case 'account':
      return text;
    case 'boolean':
      return switches[text.toLowerCase()];
    case 'addresses':
      return text === '' ? [] : text.split(/\s*,\s*/);
    case 'number':
      return wholeNumber(text);
  }
}

const switches: Record<string, boolean> = {
  on: true,
  true: true,
  yes: true,
  off: false,
  false: false,
  no: false,
};
