import { browser } from '../browser.ts';
import type { Badge } from './badge.ts';

// The toolbar is the browser's, not a page: no style sheet reaches it.
const colours: Record<Badge['tone'], string> = { bad: '#c62f2f', busy: '#2456c9', away: '#59616d' };

/** Puts the badge on the toolbar button. */
export async function showBadge({ text, tone, title }: Badge): Promise<void> {
  await Promise.all([
    browser.action.setBadgeText({ text }),
    browser.action.setBadgeBackgroundColor({ color: colours[tone] }),
    browser.action.setTitle({ title }),
  ]);
}
