import { beforeEach, expect, test, vi } from 'vitest';
import { shownTest } from '../../extension/accounts/shown-test.ts';
import { beginRuns, tellRuns } from '../../extension/state/runs.ts';
import type { TestEvent } from '../../shared/event.ts';
import { example } from './extension-account-examples.ts';
import { filled, opened, testId } from './extension-opened-editor.ts';

const { lastTest } = example('Support', {});
const finished: TestEvent = { type: 'finished', verdict: 'passed', ms: 1, warnings: [] };
// Nothing here asks a companion.
vi.mock(import('../../extension/state/call.ts'), () => ({ call: vi.fn() }) as never);

beforeEach(() => {
  beginRuns();
  tellRuns([
    { type: 'queued', testId },
    { type: 'run', testId, event: finished },
  ]);
});

test('a test of a new account is of the form as long as that says the same, also once it is saved', async () => {
  const { editor } = filled();
  await editor.test();
  const isOlder = () => shownTest(editor, undefined, [])?.older;
  expect(isOlder()).toBe(false);
  editor.change('name', 'Help desk');
  editor.change('label', 'help@acme.example');
  editor.change('active', false);
  editor.change('debug', true);
  expect(isOlder()).toBe(false);
  await editor.save();
  expect(isOlder()).toBe(false);
  editor.changePassword('another horse');
  expect(isOlder()).toBe(true);
  editor.changePassword('correct horse');
  expect(isOlder()).toBe(false);
  editor.change('server', 'mail.example.com');
  expect(isOlder()).toBe(true);
});

test('the stored result of an account is of the form until that would be tested otherwise', () => {
  const { editor } = opened({ account: example('Support', {}) });
  const isOlder = () => shownTest(editor, lastTest, [finished])?.older;
  editor.change('label', 'help@acme.example');
  expect(isOlder()).toBe(false);
  editor.changePassword('another horse');
  expect(isOlder()).toBe(true);
  editor.changePassword('');
  editor.change('username', 'eve');
  expect(isOlder()).toBe(true);
});
