import { browser } from '../browser.ts';

const asked = { origins: ['http://127.0.0.1/*'] };

/** Firefox lets people withhold it; without it no request reaches the daemon. */
export function mayReachDaemon(): Promise<boolean> {
  return browser.permissions.contains(asked);
}

/** Only within a click: the browser asks the person. */
export function askToReachDaemon(): Promise<boolean> {
  return browser.permissions.request(asked);
}

/** Calls back when the person has given it. */
export function onMayReachDaemon(listener: () => void): void {
  browser.permissions.onAdded.addListener(listener);
}
