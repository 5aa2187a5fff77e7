import type { TestWarning } from '../../shared/warning.ts';
import { PassThrough } from 'node:stream';
import { stripVTControlCharacters } from 'node:util';
import { vi } from 'vitest';
import { report } from '../../daemon/cli/report/report.ts';
import type { ConnectionSettings } from '../../shared/account.ts';
import type { TestEvent, Verdict } from '../../shared/event.ts';
import type { Failure } from '../../shared/failure.ts';
import type { Stage } from '../../shared/stage.ts';

const settings: ConnectionSettings = {
  type: 'imap',
  server: 'mail.example.com',
  port: 993,
  username: 'ada@example.com',
  ssl: true,
  tls: false,
  insecure: false,
  debug: false,
  allowPlain: false,
  allowAddress: true,
  pin: '',
};

export const certificate = {
  subject: 'CN=mail.example.com',
  issuer: 'CN=Example CA',
  names: ['mail.example.com'],
  validFrom: '2026-01-02T00:00:00.000Z',
  validTo: '2027-01-02T00:00:00.000Z',
  fingerprint256: 'AB:CD',
  spki: `${'k'.repeat(43)}=`,
  key: 'EC prime256v1',
};

/** What a TLS stage finds out, its trust apart. */
export const session = { version: 'TLSv1.3', cipher: 'TLS_AES_128_GCM_SHA256', certificates: [certificate] };

/** Writes events as the command line does; `text` is without colours. */
export async function shown(events: TestEvent[], isTTY = false) {
  // The test runner colours its own output; this terminal decides for itself.
  vi.stubEnv('FORCE_COLOR', undefined);
  vi.stubEnv('TERM', 'xterm');
  const out = Object.assign(new PassThrough(), { isTTY, columns: 80 });
  const verdict = await report(stream(events), out, { settings, security: 'ssl', portTaken: true });
  vi.unstubAllEnvs();
  const raw = String(out.read());
  return { verdict, raw, text: stripVTControlCharacters(raw) };
}

export async function* stream(events: TestEvent[]): AsyncGenerator<TestEvent> {
  yield* events;
}

export function started(stage: Stage): TestEvent {
  return { type: 'started', stage };
}

export function passed(stage: Stage, ms: number, evidence: Record<string, unknown>): TestEvent {
  return { type: 'passed', stage, ms, evidence };
}

export function failed(stage: Stage, failure: Failure): TestEvent {
  return { type: 'failed', stage, ms: 80, failure };
}

export function finished(verdict: Verdict, ms: number, warnings: TestWarning[] = []): TestEvent {
  return { type: 'finished', verdict, ms, warnings };
}
