import type { BackgroundDefinition } from 'wxt';
import { defineBackground } from 'wxt/utils/define-background';
import { lookForBadge } from '../badge/look-for-badge.ts';
import { showBadge } from '../badge/show-badge.ts';
import { browser } from '../browser.ts';
import { onPairing } from '../link/pinned-daemon.ts';

const alarm = 'badge';

const background: BackgroundDefinition = defineBackground(() => {
  browser.runtime.onInstalled.addListener(({ reason }) => {
    if (reason === 'install')
      void browser.tabs.create({ url: browser.runtime.getURL('/options.html#/welcome') });
  });
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === alarm) void look();
  });
  onPairing(() => void look());
  void browser.alarms.create(alarm, { periodInMinutes: 1 });
  void look();
});

async function look(): Promise<void> {
  await showBadge(await lookForBadge());
}

/**
 * The toolbar button's badge, and the welcome after the installation. It holds no stream, since the browser ends
 * it when it likes, and listens to no messages: nobody has anything to tell it.
 */
export default background;
