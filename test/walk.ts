import { readFileSync } from 'node:fs';
import type { AccountType, ConnectionSettings, Security } from '../shared/account.ts';
import type { MessageIds, TestEvent, Verdict } from '../shared/event.ts';
import type { Failure } from '../shared/failure.ts';
import type { Stage } from '../shared/stage.ts';
import { Secret } from '../daemon/secret.ts';
import { runTest, type TestOptions } from '../daemon/probe/run.ts';

/** One finished test, taken apart. */
export interface Walk {
  events: TestEvent[];
  verdict: Verdict | undefined;
  ms: number;
  passed: Stage[];
  failedAt: Stage | undefined;
  failure: Failure | undefined;
  ids: MessageIds | undefined;
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
  const started = performance.now();
  for await (const event of runTest(request, options)) events.push(event);
  const ms = performance.now() - started;
  const finished = events.find((event) => event.type === 'finished');
  const failed = events.find((event) => event.type === 'failed');
  return {
    events,
    verdict: finished?.verdict,
    ms,
    passed: events.filter((event) => event.type === 'passed').map(({ stage }) => stage),
    failedAt: failed?.stage,
    failure: failed?.failure,
    ids: finished?.ids,
    warnings: finished?.warnings ?? [],
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
