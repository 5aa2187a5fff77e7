import { expect, test, vi } from 'vitest';
import { bulkActions } from '../../extension/accounts-list/bulk-actions.ts';
import type { BulkQuestion } from '../../extension/accounts-list/bulk-question.ts';
import { listNote } from '../../extension/accounts/list-note.ts';
import { properties } from '../../shared/properties.ts';
import { tested } from './extension-listed-accounts.ts';

const asked = vi.hoisted(() => vi.fn<(name: string) => Promise<object>>());
vi.mock(import('../../extension/state/call.ts'), () => ({ call: asked }) as never);

const { account } = tested('Support inbox');
const receive = 'default.email.account.receive';
const defaults = Object.entries(properties).map(([name, rule]) => [name, rule.default]);
const told = { values: { ...Object.fromEntries(defaults), [receive]: account.id }, changes: {}, damaged: [] };
const questions: BulkQuestion[] = [];
const actions = bulkActions(async (question) => (questions.push(question), false));

test('the properties are asked for before the question, not for long; a default is named in it', async () => {
  vi.useFakeTimers();
  asked.mockReturnValue(new Promise(() => {}));
  const done = actions.deactivate([account]);
  expect(listNote.value).toMatch(/^Asking whether/);
  await vi.advanceTimersByTimeAsync(3000);
  await done;
  vi.useRealTimers();
  expect(questions.splice(0)).toMatchObject([{ kind: 'deactivate', loses: [], unknown: true }]);
  expect(listNote.value).toBeUndefined();

  asked.mockResolvedValue(told);
  await actions.remove([account]);
  await actions.deactivate([account]);
  const loses = [{ property: receive, name: 'Support inbox' }];
  expect(questions).toMatchObject([
    { kind: 'remove', loses, unknown: false },
    { kind: 'deactivate', loses, unknown: false },
  ]);
  expect(asked.mock.calls).toEqual([
    ['propertiesList', {}],
    ['propertiesList', {}],
  ]);
});
