import type { BackgroundDefinition } from 'wxt';
import { defineBackground } from 'wxt/utils/define-background';
import { browser } from '../browser.ts';

const background: BackgroundDefinition = defineBackground(() => {
  browser.action.onClicked.addListener(() => void browser.runtime.openOptionsPage());
});

/** The toolbar button opens the page. */
export default background;
