import { warningSentence } from '../shared/warning-sentence.ts';
import { readFileSync } from 'node:fs';
import type { AccountType, ConnectionSettings, Security } from '../shared/account.ts';
import type { MessageIds, TestEvent, Verdict } from '../shared/event.ts';
import type { Failure } from '../shared/failure.ts';
import type { Stage } from '../shared/stage.ts';
import { Secret } from '../daemon/secret.ts';
import { registry } from '../daemon/probe/registry.ts';
import { runTest, type TestOptions } from '../daemon/probe/run.ts';
import { stolenTime } from './stolen-time.ts';

// The first test of a type loads its mail library, which would count against a deadline as short as tests have it.
await Promise.all(Object.values(registry).map((load) => load()));

/** One finished test, taken apart. */
export interface Walk {
  events: TestEvent[];
  verdict: Verdict | undefined;
  /** By the clock. */
  ms: number;
  /** Without what a busy machine took from this thread: for upper bounds. */
  ownMs: number;
  passed: Stage[];
  failedAt: Stage | undefined;
  failure: Failure | undefined;
  ids: MessageIds | undefined;
  /** As sentences. */
  warnings: string[];
  /** Evidence of a passed stage; empty for any other. */
  evidence(stage: Stage): Record<string, unknown>;
}

export interface Target {
  type: AccountType;
  security: Security;
  server?: string;
  port: number;
  username?: string;
  password?: string;
  settings?: Partial<ConnectionSettings>;
}

/** Runs one test to its end; loopback and plain text are agreed to. */
export async function walk(target: Target, options: TestOptions = {}): Promise<Walk> {
  const events: TestEvent[] = [];
  const request = { settings: settingsOf(target), password: new Secret(target.password ?? 'pw-Small-1') };
  using stolen = stolenTime();
  const started = performance.now();
  for await (const event of runTest(request, options)) events.push(event);
  const ms = performance.now() - started;
  const ownMs = ms - stolen.ms();
  const finished = events.find((event) => event.type === 'finished');
  const failed = events.find((event) => event.type === 'failed');
  return {
    events,
    verdict: finished?.verdict,
    ms,
    ownMs,
    passed: events.filter((event) => event.type === 'passed').map(({ stage }) => stage),
    failedAt: failed?.stage,
    failure: failed?.failure,
    ids: finished?.ids,
    warnings: (finished?.warnings ?? []).map(warningSentence),
    evidence: (stage) => evidenceOf(events, stage),
  };
}

export function settingsOf({ type, security, server, port, username, settings }: Target): ConnectionSettings {
  return {
    type,
    server: server ?? '127.0.0.1',
    port,
    username: username ?? 'small',
    ...(type === 'smtp' ? { from: 'small@mail.test' } : {}),
    ssl: security === 'ssl',
    tls: security === 'tls',
    insecure: false,
    debug: false,
    allowPlain: security === 'plain',
    allowAddress: true,
    pin: '',
    ...settings,
  };
}

/** The text of a PEM file. */
export function pem(file: string): string {
  return readFileSync(file, 'utf8');
}

function evidenceOf(events: TestEvent[], stage: Stage): Record<string, unknown> {
  for (const event of events) if (event.type === 'passed' && event.stage === stage) return event.evidence;
  return {};
}
