import { beforeEach, expect, test, vi } from 'vitest';
import background from '../../extension/entrypoints/background.ts';

const browser = vi.hoisted(() => {
  const event = () => ({ addListener: vi.fn<(listener: (told: object) => void) => void>() });
  return {
    action: {
      setBadgeText: vi.fn<(details: object) => Promise<void>>(() => Promise.resolve()),
      setBadgeBackgroundColor: vi.fn<(details: object) => Promise<void>>(() => Promise.resolve()),
      setTitle: vi.fn<(details: object) => Promise<void>>(() => Promise.resolve()),
    },
    alarms: { onAlarm: event(), create: vi.fn<(name: string, info: object) => Promise<void>>() },
    runtime: {
      onInstalled: event(),
      onMessage: event(),
      getURL: (path: string) => `chrome-extension://id${path}`,
    },
    storage: {
      local: {
        onChanged: event(),
        get: vi.fn<(key: string) => Promise<object>>(() => Promise.resolve({})),
      },
    },
    tabs: { create: vi.fn<(details: object) => Promise<object>>(() => Promise.resolve({})) },
  };
});
vi.mock(import('../../extension/browser.ts'), () => ({ browser }) as never);

beforeEach(() => {
  vi.clearAllMocks();
  background.main();
});

test('the welcome opens at the installation, and at no update', () => {
  tell(browser.runtime.onInstalled, { reason: 'update' });
  expect(browser.tabs.create).not.toHaveBeenCalled();
  tell(browser.runtime.onInstalled, { reason: 'install' });
  expect(browser.tabs.create).toHaveBeenCalledExactlyOnceWith({
    url: 'chrome-extension://id/options.html#/welcome',
  });
});

test('an alarm looks after the badge; before a pairing there is none', async () => {
  expect(browser.alarms.create).toHaveBeenCalledExactlyOnceWith('badge', { periodInMinutes: 1 });
  await vi.waitFor(() => expect(browser.action.setBadgeText).toHaveBeenCalled());
  browser.action.setBadgeText.mockClear();
  tell(browser.alarms.onAlarm, { name: 'badge' });
  await vi.waitFor(() => expect(browser.action.setBadgeText).toHaveBeenCalledExactlyOnceWith({ text: '' }));
});

test('nobody can send it messages', () => {
  expect(browser.runtime.onMessage.addListener).not.toHaveBeenCalled();
});

function tell(to: typeof browser.runtime.onInstalled, what: object): void {
  for (const [listener] of to.addListener.mock.calls) listener(what);
}
