import { readFileSync } from 'node:fs';
import { describe, expect, inject, it } from 'vitest';
import { bigUser, users } from '../servers/real/users.ts';
import { proxy } from '../servers/proxy.ts';
import { pem, walk } from '../walk.ts';
import { run } from './cli-process.ts';

const { ca: caFile, ports } = inject('realServers');
const ca = pem(caFile);
const receiving = [
  ['imap', ports.imaps],
  ['pop3', ports.pop3s],
] as const;

describe.each(receiving)('a mailbox of 20,000 messages over %s', (type, port) => {
  it('is counted right 20 of 20 times', async () => {
    for (let round = 0; round < 20; round += 1) {
      const { ids, failure } = await walk({ type, security: 'ssl', port, ...bigUser }, { ca });
      expect(failure).toBeUndefined();
      expect(ids?.count).toBe(20_000);
      expect(ids?.newest).toHaveLength(10);
    }
  }, 120_000);

  it('is counted right 20 of 20 times when the bytes come in random pieces', async () => {
    for (let round = 0; round < 20; round += 1) {
      await using cutting = await proxy({ port, rechunkSeed: round });
      const target = { type, security: 'ssl' as const, port: cutting.port, ...bigUser };
      const { ids, failure } = await walk(target, { ca });
      expect(failure).toBeUndefined();
      expect(ids?.count).toBe(20_000);
    }
  }, 120_000);

  it('is counted right 20 of 20 times when plain text comes in random pieces', async () => {
    const plain = type === 'imap' ? ports.imap : ports.pop3;
    for (let round = 0; round < 20; round += 1) {
      await using cutting = await proxy({ port: plain, rechunkSeed: 100 + round });
      const target = { type, security: 'plain' as const, port: cutting.port, ...bigUser };
      const { ids, failure } = await walk(target, { ca });
      expect(failure).toBeUndefined();
      expect(ids?.count).toBe(20_000);
    }
  }, 120_000);
});

it.each(receiving)('mailprobe lists 20,000 messages over %s in less than 150 MB', async (type, port) => {
  const args = [
    'test',
    '--type',
    type,
    '--server',
    '127.0.0.1',
    '--port',
    String(port),
    '--ssl',
    '--ca',
    caFile,
  ];
  let peakKib = 0;
  const { code, stdout } = await run([...args, '--user', bigUser.username, '--password-stdin', '--json'], {
    input: `${bigUser.password}\n`,
    onOutput: (_text, child) => (peakKib = Math.max(peakKib, peakOf(child.pid))),
  });
  expect(code).toBe(0);
  expect(stdout).toContain('"count":20000');
  console.log(`mailprobe over ${type}s: ${((peakKib * 1024) / 1e6).toFixed(0)} MB at most`);
  expect(peakKib * 1024).toBeGreaterThan(20e6);
  expect(peakKib * 1024).toBeLessThan(150e6);
});

it('names the newest UIDs of a big mailbox, newest first', async () => {
  const { ids } = await walk({ type: 'imap', security: 'ssl', port: ports.imaps, ...bigUser }, { ca });
  expect(ids?.newest).toEqual(bigUser.uids.slice(-10).toReversed().map(String));
});

describe.each([...receiving, ['smtp', ports.smtps]] as const)('over %s', (type, port) => {
  it.each(users.map((user) => [user.username, user] as const))('the user %s logs in', async (_name, user) => {
    const { verdict, failure, ids } = await walk({ type, security: 'ssl', port, ...user }, { ca });
    expect(failure).toBeUndefined();
    expect(verdict).toBe('passed');
    if (type !== 'smtp') expect(ids?.count).toBe(user.uids.length);
  });
});

/** Peak resident memory in KiB; 0 once the process is gone. */
function peakOf(pid: number | undefined): number {
  try {
    return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0);
  } catch {
    return 0;
  }
}
