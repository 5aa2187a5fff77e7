import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { runProgram } from '../servers/run-program.ts';

const demo = fileURLToPath(new URL('../demo.mjs', import.meta.url));

test.each(['--foo', 'all', '-h'])(
  'npm run demo knows no %s: one line, what there is, and 2',
  async (word) => {
    const { exitCode, output } = await runProgram(process.execPath, demo, '--once', word);
    expect(exitCode).toBe(2);
    expect(output.split('\n')[0]).toBe(`npm run demo: there is no option "${word}".`);
    expect(output).toContain('--headless');
    expect(output).not.toMatch(/^ +at /m);
  },
);

test('it ends its first minute with a letter that arrived, between two accounts that are the default ones', async () => {
  const program = fileURLToPath(new URL('../demo/demo.ts', import.meta.url));
  const { exitCode, output } = await runProgram(process.execPath, program, '--once');
  expect(output).toMatch(/Round trip, Sales outbox → Support inbox: arrived in INBOX after [\d.]+ s$/m);
  for (const name of ['Sales outbox', 'Support inbox', 'Sales inbox', 'Letters come back', 'Mailbox is full'])
    expect(output).toContain(`✓ ${name} `);
  expect(output).toMatch(/✕ Ada, password changed/);
  expect(exitCode).toBe(0);
}, 60_000);
