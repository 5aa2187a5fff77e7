import { counted, t } from '../words.ts';
import type { Badge } from './badge.ts';

/** What the toolbar button says when it is pointed at. */
export function badgeTitle({ told, count = 0 }: Badge): string {
  if (told === 'nothing') return t('frame.app');
  return told === 'away' ? t('badge.away') : counted(`badge.${told}`, count);
}
