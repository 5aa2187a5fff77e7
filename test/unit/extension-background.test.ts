import { expect, test, vi } from 'vitest';
import background from '../../extension/entrypoints/background.ts';

const browser = vi.hoisted(() => ({
  action: { onClicked: { addListener: vi.fn<(listener: () => void) => void>() } },
  runtime: { openOptionsPage: vi.fn<() => Promise<void>>(() => Promise.resolve()) },
}));
vi.mock(import('../../extension/browser.ts'), () => ({ browser }) as never);

test('the toolbar button opens the page', () => {
  background.main();
  const [listener] = browser.action.onClicked.addListener.mock.calls[0] ?? [];
  expect(browser.runtime.openOptionsPage).not.toHaveBeenCalled();
  listener?.();
  expect(browser.runtime.openOptionsPage).toHaveBeenCalledOnce();
});
