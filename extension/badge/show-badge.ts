import { browser } from '../browser.ts';
import type { Badge } from './badge.ts';

// The toolbar is the browser's, not a page: no style sheet reaches it.
const colours: Record<Badge['tone'], string> = { bad: '#c62f2f', busy: '#2456c9', away: '#59616d' };

/** Puts the badge on the toolbar button. */
export async function showBadge(badge: Badge): Promise<void> {
  // The build runs the background's module to read its settings, and has no texts there.
  const { badgeTitle } = await import('./badge-title.ts');
  await Promise.all([
    browser.action.setBadgeText({ text: badge.text }),
    browser.action.setBadgeBackgroundColor({ color: colours[badge.tone] }),
    browser.action.setTitle({ title: badgeTitle(badge) }),
  ]);
}
