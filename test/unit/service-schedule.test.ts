import { expect, test } from 'vitest';
import { schedule } from '../../daemon/service/tests/schedule.ts';
import { handClock } from '../service/hand-clock.ts';

const minute = 60_000;

/** A schedule whose rounds end at once, or when they are let go of. */
function scheduled({ minutes = 10, held = false } = {}) {
  const clock = handClock();
  const set = { minutes };
  const rounds: number[] = [];
  const signals: AbortSignal[] = [];
  const failures: unknown[] = [];
  let letGo = () => {};
  const on = schedule({
    clock,
    everyMinutes: async () => set.minutes,
    async round(signal) {
      rounds.push(clock.nowMs() / minute);
      signals.push(signal);
      if (held) await new Promise<void>((resolve) => void (letGo = resolve));
    },
    failed: (error) => failures.push(error),
  });
  return { clock, set, rounds, signals, failures, on, letGo: () => letGo() };
}

/** Lets the promises go on that are settled. */
const settled = () => new Promise((resolve) => setImmediate(resolve));

async function passing(clock: { pass(ms: number): void }, minutes: number): Promise<void> {
  for (let at = 0; at < minutes; at++) {
    clock.pass(minute);
    await settled();
  }
}

test('a round begins each interval, the first one interval after the start', async () => {
  const { clock, rounds, on } = scheduled();
  await on.look();
  await passing(clock, 35);
  expect(rounds).toEqual([10, 20, 30]);
});

test('off is off: no timer is set', async () => {
  const { clock, on } = scheduled({ minutes: 0 });
  await on.look();
  expect(clock.timers()).toBe(0);
});

test('what a suspended computer missed is one round, and the next comes a whole interval later', async () => {
  const { clock, rounds, on } = scheduled();
  await on.look();
  clock.sleep(485 * minute);
  await settled();
  expect(rounds).toEqual([485]);
  await passing(clock, 21);
  expect(rounds).toEqual([485, 495, 505]);
});

test('a timer that is late does not move the rounds after it', async () => {
  const { clock, rounds, on } = scheduled();
  await on.look();
  clock.sleep(11 * minute);
  await settled();
  await passing(clock, 10);
  expect(rounds).toEqual([11, 20]);
});

test('a timer that is a little early waits for the rest', async () => {
  const clock = handClock();
  const begun: number[] = [];
  const on = schedule({
    clock: { ...clock, after: (ms, wake) => clock.after(ms > 1 ? ms - 1 : ms, wake) },
    everyMinutes: async () => 10,
    round: async () => void begun.push(clock.nowMs()),
    failed: () => {},
  });
  await on.look();
  clock.pass(10 * minute);
  expect(begun).toEqual([10 * minute]);
});

test('another interval counts at once, the same one changes nothing', async () => {
  const { clock, set, rounds, on } = scheduled({ minutes: 600 });
  await on.look();
  await passing(clock, 30);
  set.minutes = 5;
  await on.look();
  await passing(clock, 4);
  await on.look();
  await passing(clock, 2);
  expect(rounds).toEqual([35]);
});

test('switched off, the round under way begins nothing more and no other follows', async () => {
  const { clock, set, rounds, signals, on, letGo } = scheduled({ held: true });
  await on.look();
  clock.pass(10 * minute);
  set.minutes = 0;
  await on.look();
  expect(signals.map(({ aborted }) => aborted)).toEqual([true]);
  letGo();
  await passing(clock, 30);
  expect(rounds).toEqual([10]);
  expect(clock.timers()).toBe(0);
});

test('a round that lasts longer than the interval is not begun twice', async () => {
  const { clock, rounds, on, letGo } = scheduled({ held: true });
  await on.look();
  await passing(clock, 35);
  expect(rounds).toEqual([10]);
  letGo();
  await passing(clock, 10);
  expect(rounds).toEqual([10, 40]);
  letGo();
});

test('it stops with what it had begun, and sets no timer after that', async () => {
  const { clock, signals, on, letGo } = scheduled({ held: true });
  await on.look();
  clock.pass(10 * minute);
  let over = false;
  const stopping = on.stop().then(() => (over = true));
  await settled();
  expect([over, signals[0]?.aborted]).toEqual([false, true]);
  letGo();
  await stopping;
  await on.look();
  expect(clock.timers()).toBe(0);
});

test('a round that fails is told, and the next one comes', async () => {
  const clock = handClock();
  const failures: unknown[] = [];
  const on = schedule({
    clock,
    everyMinutes: async () => 10,
    round: () => Promise.reject(new Error('no')),
    failed: (error) => failures.push(error),
  });
  await on.look();
  await passing(clock, 25);
  expect(failures).toHaveLength(2);
});
