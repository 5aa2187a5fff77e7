import { conditionLimits } from '../../shared/condition.ts';
import { t } from '../words.ts';
import { type Draft, sizeOf } from './condition-draft.ts';

const { mostRules, mostGroups, mostValuesInAll } = conditionLimits;

/** Why no more rules, groups or values can be added to this draft; undefined where there is room. */
export function fullReasons(draft: Draft): Record<'rule' | 'group' | 'value', string | undefined> {
  const { rules, groups, values } = sizeOf(draft);
  const noValue =
    values >= mostValuesInAll ? t('logBuilder.full.values', { most: mostValuesInAll }) : undefined;
  return {
    rule: rules >= mostRules ? t('logBuilder.full.rules', { most: mostRules }) : noValue,
    group: groups >= mostGroups ? t('logBuilder.full.groups', { most: mostGroups }) : undefined,
    value: noValue,
  };
}
