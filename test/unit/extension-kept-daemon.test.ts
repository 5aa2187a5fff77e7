import { expect, test, vi } from 'vitest';
import { keptDaemon } from '../../extension/link/pinned-daemon.ts';

const get = vi.hoisted(() => vi.fn<(key: string) => Promise<Record<string, unknown>>>());
vi.mock(import('../../extension/browser.ts'), () => ({ browser: { storage: { local: { get } } } }) as never);

test('what another version has left makes an unpaired browser, never a broken one', async () => {
  for (const daemon of [
    undefined,
    null,
    'text',
    7,
    [],
    {},
    { key: 5, port: 1 },
    { key: 'AA', port: '47600' },
  ]) {
    get.mockResolvedValueOnce({ daemon });
    expect(await keptDaemon(), JSON.stringify(daemon)).toBeUndefined();
  }
});

test('what a later version adds does not matter', async () => {
  get.mockResolvedValueOnce({ daemon: { key: 'AAEC', port: 47_600, startCommand: 'npm start', later: 1 } });
  expect(await keptDaemon()).toMatchObject({ key: new Uint8Array([0, 1, 2]), port: 47_600 });
});
