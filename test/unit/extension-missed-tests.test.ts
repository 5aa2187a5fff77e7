import { describe, expect, test, vi } from 'vitest';
import { accountEditor } from '../../extension/accounts/account-editor.ts';
import { shownTest } from '../../extension/accounts/shown-test.ts';
import { progress, stopAll, testAll } from '../../extension/accounts-list/test-all.ts';
import { beginRuns, isOver, loseRuns, runOf, streamsBegun, tellRuns } from '../../extension/state/runs.ts';
import type { TestEvent } from '../../shared/event.ts';
import { example } from './extension-account-examples.ts';

const ids = ['157425284611357801', '157425284611357802'] as const;
const finished: TestEvent = { type: 'finished', verdict: 'passed', ms: 1, warnings: [] };
const asked = vi.hoisted(() => vi.fn<(name: string, body: object) => Promise<object>>());
vi.mock(import('../../extension/state/call.ts'), () => ({ call: asked }) as never);

test('a test that no stream since has told is over', () => {
  beginRuns();
  const streams = streamsBegun.peek();
  const testId = '157425284611357803';
  expect(isOver(testId, streams)).toBe(false);
  tellRuns([{ type: 'queued', testId }]);
  expect(isOver(testId, streams)).toBe(false);
  beginRuns();
  expect(isOver(testId, streams)).toBe(true);
  tellRuns([{ type: 'queued', testId }]);
  expect(isOver(testId, streams)).toBe(false);
});

test('Test all ends also when its tests ended while the page was hidden', async () => {
  const started = ids.map((testId) => ({ accountId: testId, testId }));
  asked.mockResolvedValue({ started, skipped: [] });
  await testAll();
  tellRuns([
    { type: 'queued', testId: ids[0] },
    { type: 'run', testId: ids[0], event: finished },
    { type: 'queued', testId: ids[1] },
  ]);
  expect(progress.value).toEqual({ done: 1, all: 2, running: true });
  await stopAll();
  expect(asked).toHaveBeenLastCalledWith('testsCancel', { testIds: [ids[1]] });
  beginRuns();
  expect(progress.value).toEqual({ done: 2, all: 2, running: false });
});

test('a record does not wait for a test that ended while the page was hidden', async () => {
  const testId = '157425284611357804';
  const call = (async () => ({ testId })) as never;
  const tested = example('Sales', { testId });
  const editor = accountEditor(tested, { call, ask: async () => true });
  await editor.test();
  expect(shownTest(editor, undefined, [])).toMatchObject({ testId, running: true });
  beginRuns();
  // What the page has read anew from the daemon by then.
  expect(shownTest(editor, tested.lastTest, [finished])).toMatchObject({ testId, running: false });
});

describe('a test that dies with the companion', () => {
  // The pages' runs are one for all tests here.
  const accountOf = (testId: string) => `1000000000000${testId.slice(-5)}`;
  const begin = async (testId: string) => {
    const editor = accountEditor(example('Sales', undefined, { id: accountOf(testId) }), {
      call: (async () => ({ testId })) as never,
      ask: async () => true,
    });
    beginRuns();
    await editor.test();
    return editor;
  };

  test.each(['157425284611357810', '157425284611357811'])(
    'is over in its record, before and after the return',
    async (testId) => {
      const editor = await begin(testId);
      const told = testId.endsWith('0');
      if (told) {
        tellRuns([
          { type: 'queued', testId, accountId: accountOf(testId) },
          { type: 'run', testId, event: { type: 'started', stage: 'tls' } },
        ]);
      }
      expect(shownTest(editor, undefined, [])).toMatchObject({ testId, running: true });
      loseRuns();
      const ended = { testId, running: false, lost: true };
      expect(shownTest(editor, undefined, [])).toMatchObject(ended);
      expect(runOf(accountOf(testId))?.testId).not.toBe(testId);
      beginRuns();
      expect(shownTest(editor, undefined, [])).toMatchObject(ended);
    },
  );

  test('runs on when the next stream tells it anew', async () => {
    const testId = '157425284611357812';
    const editor = await begin(testId);
    tellRuns([{ type: 'queued', testId, accountId: accountOf(testId) }]);
    loseRuns();
    beginRuns();
    tellRuns([{ type: 'queued', testId, accountId: accountOf(testId) }]);
    expect(shownTest(editor, undefined, [])).toMatchObject({ testId, running: true });
    expect(shownTest(editor, undefined, [])).not.toHaveProperty('lost');
  });

  test('gives way to its stored result', async () => {
    const testId = '157425284611357813';
    const editor = await begin(testId);
    tellRuns([{ type: 'queued', testId, accountId: accountOf(testId) }]);
    loseRuns();
    const { lastTest } = example('Sales', { testId });
    expect(shownTest(editor, lastTest, [finished])).toMatchObject({ running: false, events: [finished] });
  });
});
