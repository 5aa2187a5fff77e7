import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { PlainStoreError } from '../../daemon/store/store-error.ts';
import { unprivileged } from '../store/unprivileged.ts';

const person = unprivileged();

test('of 20 starts at once exactly one serves', { timeout: 120_000 }, async () => {
  const directory = join(person.home(), 'data');
  const programs = Array.from({ length: 20 }, () => person.start('serve', directory));
  const said = await Promise.all(programs.map(async ({ first }) => saidIn(await first)));
  expect(said.filter(({ kind }) => kind === 'serving')).toHaveLength(1);
  const refusals = said.filter(({ kind }) => kind !== 'serving');
  for (const refusal of refusals)
    expect(refusal).toEqual({
      kind: 'already_running',
      message: `Another Mailprobe daemon already serves ${directory}.`,
      repair: 'npx mailprobe status',
    });
  for (const { child } of programs) child.stdin?.end();
  await Promise.all(programs.map(({ outcome }) => outcome));
});

test(
  'the next start after kill -9 serves, and nobody clears anything away',
  { timeout: 60_000 },
  async () => {
    const directory = join(person.home(), 'data');
    const starts: number[] = [];
    for (let round = 0; round < 6; round++) {
      const begun = performance.now();
      const program = person.start('serve', directory);
      expect(saidIn(await program.first)).toEqual({ kind: 'serving' });
      starts.push(Math.round(performance.now() - begun));
      program.child.kill('SIGKILL');
      expect(await program.outcome).toMatchObject({ signal: 'SIGKILL', stderr: '' });
    }
    console.log(`restarts after kill -9: ${starts.slice(1).join(', ')} ms`);
    // What a busy machine adds is not ours.
    expect(Math.min(...starts.slice(1))).toBeLessThan(2000);
  },
);

test('two directories are served side by side', async () => {
  const programs = [1, 2].map(() => person.start('serve', join(person.home(), 'data')));
  for (const { first } of programs) expect(saidIn(await first)).toEqual({ kind: 'serving' });
  for (const { child } of programs) child.stdin?.end();
  await Promise.all(programs.map(({ outcome }) => outcome));
});

function saidIn(line: string | undefined): PlainStoreError | { kind: 'serving' } {
  return JSON.parse(line ?? '{}') as PlainStoreError;
}
