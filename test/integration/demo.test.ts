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
