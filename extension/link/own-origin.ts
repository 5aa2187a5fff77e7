import { browser } from '../browser.ts';

/** Such as `chrome-extension://…`: what the browser itself writes into the Origin of our requests. */
export function ownOrigin(): string {
  return browser.runtime.getURL('').replace(/\/$/, '');
}
