import { type Operator, conditionFields } from '../../shared/condition/fields.ts';
import { ruleTrouble } from '../../shared/condition/rule-trouble.ts';
import { timeSpan } from '../../shared/condition/time-span.ts';
import { t } from '../words.ts';
import { ownZone } from '../own-zone.ts';
import { isField } from './rule-shape.ts';

interface DraftRule {
  readonly field: string;
  readonly operator: string;
  readonly value?: unknown;
}

/**
 * Why a rule cannot be asked yet, or why asking it would be pointless: the companion takes an empty list, an empty text
 * and a span that ends before it begins, and finds nothing or everything.
 */
export function draftTrouble({ field, operator, value }: DraftRule): string | undefined {
  if (!isField(field)) return t('logBuilder.troubles.field');
  const trouble = ruleTrouble(field, operator, value);
  if (trouble && conditionFields[field].type === 'reference')
    return t(field === 'accountId' ? 'logBuilder.troubles.account' : 'logBuilder.troubles.id');
  if (trouble) return trouble.sentence;
  if (Array.isArray(value) && value.length === 0) return t('logBuilder.troubles.emptyList');
  if (value === '' && askingForPart.has(operator)) return t('logBuilder.troubles.emptyText');
  if (operator === 'between' && isBackwards(value)) return t('logBuilder.troubles.backwards');
  return undefined;
}

/** Every text contains, begins and ends with an empty one. */
const askingForPart: ReadonlySet<string> = new Set<Operator>([
  'contains',
  'doesNotContain',
  'startsWith',
  'endsWith',
]);

function isBackwards(value: unknown): boolean {
  if (!Array.isArray(value)) return false;
  const here = { nowMs: Date.now(), zone: ownZone };
  const [first, last] = value.map((date: unknown) => timeSpan(String(date), here));
  return first !== undefined && last !== undefined && last.to <= first.from;
}
