import type { Condition, ConditionRule } from '../../shared/condition.ts';
import { conditionFields } from '../../shared/condition/fields.ts';
import { systemUserId } from '../../shared/id.ts';
import { visibleText } from '../../shared/visible-text.ts';
import { isolated } from '../isolated.ts';
import { t } from '../words.ts';
import { accountName } from './account-name.ts';
import { fullMinuteWords } from './moment-words.ts';

/** What a part of a condition asks, as a person says it: `Source is IMAP Auth`. */
export function partWords(part: ConditionRule | Condition): string {
  if (!('rules' in part)) return ruleWords(part);
  const said = part.rules.map((each) =>
    'rules' in each && each.rules.length > 1 ? `(${partWords(each)})` : partWords(each),
  );
  const joined = said.join(` ${t(`records.parts.${part.combinator}`)} `);
  if (!part.not) return joined;
  return t('records.parts.not', { what: said.length > 1 ? `(${joined})` : joined });
}

function ruleWords({ field, operator, value = [] }: ConditionRule): string {
  const values = typeof value === 'string' ? [value] : value;
  const said = values.map((each) => valueWords(field, each));
  const what = operator === 'between' ? said.join(` ${t('records.parts.and')} `) : said.join(', ');
  const name = nameOf(field);
  // "Created on last hour" is no English.
  if (operator === 'on' && values.some(isDynamic)) return t('records.parts.dated', { name, what });
  const asked = `${name} ${t(`records.operators.${operator}`)}`;
  return what ? t('records.parts.rule', { asked, what }) : asked;
}

/** "Created at on …" would say it twice. */
function nameOf(field: ConditionRule['field']): string {
  if (field === 'createdAt') return t('records.parts.created');
  return field === 'sentAt' ? t('records.parts.sent') : t(`records.columns.${field}`);
}

const dates = ['today', 'yesterday', 'last15Minutes', 'lastHour', 'last7Days', 'thisMonth'] as const;

function isDynamic(value: string): boolean {
  return dates.some((date) => date === value);
}

function valueWords(field: ConditionRule['field'], value: string): string {
  switch (conditionFields[field].type) {
    case 'text':
      return `“${isolated(visibleText(value, 60))}”`;
    case 'reference':
      if (field === 'accountId') return isolated(accountName(value));
      return value === systemUserId ? t('records.systemUser') : value;
    case 'time': {
      const dynamic = dates.find((date) => date === value);
      if (dynamic) return t(`records.dates.${dynamic}`);
      return /^\d{4}-\d\d-\d\dT\d\d:\d\dZ$/.test(value) ? fullMinuteWords(value) : value;
    }
    default:
      return value;
  }
}
