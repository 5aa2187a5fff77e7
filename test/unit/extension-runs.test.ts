import fc from 'fast-check';
import { expect, test } from 'vitest';
import { finishedRuns, newestRuns, reduceRuns, type Runs } from '../../extension/state/run.ts';
import type { TestEvent } from '../../shared/event.ts';
import type { LiveEvent } from '../../shared/live-event.ts';

const none: Runs = new Map();
const [older, newer] = ['157425284611357796', '157425284611357797'];
const account = '100000000000000001';
const started: TestEvent = { type: 'started', stage: 'resolve' };
const finished: TestEvent = { type: 'finished', verdict: 'passed', ms: 1, warnings: [] };

const queued = (testId: string, accountId?: string): LiveEvent => ({
  type: 'queued',
  testId,
  ...(accountId ? { accountId } : {}),
});
const walked = (testId: string, event: TestEvent): LiveEvent => ({ type: 'run', testId, event });

test('a run is told from its queue to its end', () => {
  const runs = reduceRuns(none, [queued(older, account), walked(older, started), walked(older, finished)]);
  expect(runs.get(older)).toEqual({
    testId: older,
    accountId: account,
    events: [started, finished],
    finished: true,
  });
});

test('a run never heard of begins with its first event, and learns its account later', () => {
  const runs = reduceRuns(none, [walked(older, started), queued(older, account)]);
  expect(runs.get(older)).toMatchObject({ accountId: account, events: [started], finished: false });
});

test('what is no event of a run leaves the runs as they are', () => {
  expect(reduceRuns(none, [{ type: 'alive' }, { type: 'changed', what: 'accounts' }])).toBe(none);
});

test('nothing happens after the end', () => {
  const runs = reduceRuns(none, [walked(older, finished)]);
  expect(reduceRuns(runs, [walked(older, started)])).toBe(runs);
});

test('the newest run of an account is the one with the later id, whichever came first', () => {
  const runs = reduceRuns(none, [queued(newer, account), queued(older, account)]);
  expect(newestRuns(runs).get(account)?.testId).toBe(newer);
});

test('a test of what stands in a form is no run of the account', () => {
  const draft: LiveEvent = { type: 'queued', testId: newer, accountId: account, draft: true };
  const runs = reduceRuns(none, [queued(older, account), walked(newer, started), draft]);
  expect(runs.get(newer)).toMatchObject({ accountId: account, draft: true, events: [started] });
  expect(newestRuns(runs).get(account)?.testId).toBe(older);
});

test('a new stream keeps what is finished and forgets what was half told', () => {
  const runs = reduceRuns(none, [queued(newer), walked(older, finished)]);
  expect([...finishedRuns(runs).keys()]).toEqual([older]);
});

test('ten thousand runs leave the newest two thousand, and none that is under way is forgotten', () => {
  const ids = Array.from({ length: 10_000 }, (_, index) => String(10n ** 17n + BigInt(index)));
  const ended = ids.map((id, index) => (index === 0 ? queued(id) : walked(id, finished)));
  const runs = reduceRuns(none, ended);
  expect(runs.size).toBe(2000);
  expect(runs.has(ids[0] ?? '')).toBe(true);
  expect(runs.has(ids.at(-1) ?? '')).toBe(true);
});

test('any events in any order, in any portions, give the same runs, each finished when its end was told', () => {
  const id = fc.constantFrom(older, newer, '157425284611357798');
  const event = fc.oneof(
    fc.record({ type: fc.constant('queued' as const), testId: id }),
    fc.record({ type: fc.constant('queued' as const), testId: id, accountId: fc.constant(account) }),
    fc.record({ type: fc.constant('run' as const), testId: id, event: fc.constantFrom(started, finished) }),
    fc.constant<LiveEvent>({ type: 'log', records: [] }),
    fc.constant<LiveEvent>({ type: 'alive' }),
  );
  fc.assert(
    fc.property(fc.array(event), fc.nat(), (events, at) => {
      const whole = reduceRuns(none, events);
      const parts = reduceRuns(reduceRuns(none, events.slice(0, at)), events.slice(at));
      expect(parts).toEqual(whole);
      for (const run of whole.values()) {
        const told = events.filter((event) => 'testId' in event && event.testId === run.testId);
        const ended = told.some((event) => event.type === 'run' && event.event.type === 'finished');
        expect(run.finished).toBe(ended);
        expect(run.events.filter(({ type }) => type === 'finished').length).toBe(ended ? 1 : 0);
        expect(run.accountId !== undefined).toBe(told.some((event) => 'accountId' in event));
      }
    }),
  );
});
