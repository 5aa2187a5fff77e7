import type { ConditionRule } from '../../shared/condition.ts';
import { type ConditionPart, whereOfParts } from './condition-parts.ts';

/** Stretches of time that are a choice away; each ends now, whenever it is asked. */
export const quickTimes = ['last15Minutes', 'lastHour', 'today', 'last7Days', 'thisMonth'] as const;
type QuickTime = (typeof quickTimes)[number];

/** Which of them the parts ask for: `any` without a question to the time, `other` where it is asked otherwise. */
export function chosenTime(parts: readonly ConditionPart[]): QuickTime | 'any' | 'other' {
  const [asked, more] = parts.filter(isTime);
  if (!asked) return 'any';
  const quick = asked.operator === 'on' ? quickTimes.find((each) => each === asked.value) : undefined;
  return more ? 'other' : (quick ?? 'other');
}

/** In words, with this as the one question to the time, in the place of the first; without it there is none. */
export function whereInTime(parts: readonly ConditionPart[], time: QuickTime | undefined): string {
  const rule: ConditionRule[] = time ? [{ field: 'createdAt', operator: 'on', value: time }] : [];
  const at = parts.findIndex(isTime);
  const others = parts.filter((part) => !isTime(part));
  // Those before the first question to the time are all others.
  return whereOfParts(others.toSpliced(at < 0 ? others.length : at, 0, ...rule));
}

function isTime(part: ConditionPart): part is ConditionRule {
  return !('rules' in part) && part.field === 'createdAt';
}
