import { describe, expect, test } from 'vitest';
import { proofOf } from '../../extension/test-panel/proof.ts';
import { certificatesOf, factsOf } from '../../extension/test-panel/stage-facts.ts';
import { failedStage, runningStage, walkOf } from '../../extension/status/walk.ts';
import type { TestEvent } from '../../shared/event.ts';
import type { Stage } from '../../shared/stage.ts';
import { stagesOf } from '../../shared/stages.ts';

const stages = stagesOf('imap', 'ssl');
const started = (stage: Stage): TestEvent => ({ type: 'started', stage });
const passed = (stage: Stage, evidence = {}): TestEvent => ({ type: 'passed', stage, ms: 3, evidence });
const failed = (stage: Stage, evidence?: Record<string, unknown>): TestEvent => ({
  type: 'failed',
  stage,
  ms: 80,
  failure: { kind: 'auth_bad_credentials', retry: false, ...(evidence ? { evidence } : {}) },
});
const finished = (
  verdict: 'passed' | 'failed' | 'cancelled',
  ids?: { count: number; newest: string[] },
): TestEvent => ({
  type: 'finished',
  verdict,
  ms: 412,
  warnings: [],
  ...(ids ? { ids } : {}),
});
const statesOf = (events: TestEvent[]) =>
  Object.fromEntries(walkOf(stages, events).stages.map(({ stage, state }) => [stage, state]));

describe('the walk of a test', () => {
  test('waits before it begins', () => {
    expect(new Set(Object.values(statesOf([])))).toEqual(new Set(['waiting']));
  });

  test('shows what is done, what runs and what is to come, in order', () => {
    const events = [started('resolve'), passed('resolve'), started('connect')];
    expect(statesOf(events)).toMatchObject({ resolve: 'passed', connect: 'running', tls: 'waiting' });
    expect(walkOf(stages, events).stages.map(({ stage }) => stage)).toEqual(stages);
    expect(runningStage(events)).toBe('connect');
  });

  test('goes no further when the companion stopped', () => {
    const { stages: seen } = walkOf(stages, [passed('resolve'), started('connect')], true);
    expect(seen.slice(0, 3).map(({ state }) => state)).toEqual(['passed', 'stopped', 'skipped']);
  });

  test('names the stage that failed, and those behind it as not reached', () => {
    const events = [started('resolve'), failed('resolve'), finished('failed')];
    expect(statesOf(events)).toMatchObject({ resolve: 'failed', connect: 'skipped', logout: 'skipped' });
    expect(failedStage(walkOf(stages, events))?.stage).toBe('resolve');
  });

  test('was stopped at the stage that ran when it was cancelled', () => {
    expect(statesOf([started('resolve'), finished('cancelled')])).toMatchObject({ resolve: 'stopped' });
  });

  test('of settings that have changed since shows the stages it had', () => {
    const events = [passed('resolve'), passed('starttls'), passed('login'), finished('passed')];
    expect(Object.keys(statesOf(events))).toEqual(['resolve', 'starttls', 'login']);
  });
});

describe('what a passed test has proved', () => {
  test('is the login, over which TLS, and the messages', () => {
    const walk = walkOf(stages, [
      passed('tls', { version: 'TLSv1.3' }),
      finished('passed', { count: 5, newest: [] }),
    ]);
    expect(proofOf(walk, { ssl: true, tls: false })).toEqual(['Logged in over TLS 1.3', '5 messages']);
  });

  test('is said to be unencrypted when it was', () => {
    const walk = walkOf(stages, [passed('sender', { from: 'ada@example.com' }), finished('passed')]);
    expect(proofOf(walk, { ssl: false, tls: false })).toEqual([
      'Logged in without encryption',
      'ada@example.com may send',
    ]);
  });

  test('is nothing when it failed', () => {
    const walk = walkOf(stages, [passed('tls', { version: 'TLSv1.3' }), failed('login'), finished('failed')]);
    expect(proofOf(walk, { ssl: true, tls: false })).toEqual([]);
  });
});

describe('what a stage found out', () => {
  test('is told by name, the server’s words as quoted and made visible', () => {
    const facts = factsOf({
      text: 'hello\u202e\r\nworld',
      capabilities: ['ID', 'IDLE'],
      authenticated: false,
    });
    expect(facts.map(({ name }) => name)).toEqual(['text', 'authenticated', 'capabilities']);
    expect(facts[0]).toEqual({ name: 'text', values: ['hello\\u202e', 'world'], quoted: true });
  });

  test('leaves out what has another shape than it should', () => {
    expect(factsOf({ host: {}, addresses: 'x', attempts: [{}], count: '', strange: 1 })).toEqual([]);
    expect(certificatesOf({ certificates: [{ subject: 'x' }, null] })).toEqual([]);
  });
});
