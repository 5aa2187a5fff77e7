import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const root = fileURLToPath(new URL('..', import.meta.url));

/** What needs no server shares the machine, and goes first. */
const together = { maxWorkers: 2, sequence: { groupOrder: 1 } };
/** Deadlines are measured, and servers, browsers and keychains want the machine for themselves: one file at a time. */
const alone = { maxWorkers: 1, sequence: { groupOrder: 2 } };

export default defineConfig({
  root,
  test: {
    sequence: { shuffle: true },
    // Threads that strip the sources' types share one WebAssembly module, and V8 13 aborts when two of them replace its
    // wrappers at once ("Check failed: jit_page.has_value()"): wrappers are left as they are, and what was stripped is kept.
    execArgv: ['--wasm-wrapper-tiering-budget=2000000000'],
    env: { NODE_COMPILE_CACHE: join(root, 'node_modules/.cache/mailprobe') },
    // `retry` only where servers and browsers take part, and told at the end: test/README.md, decision 8.
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['test/unit/**/*.test.ts'],
          setupFiles: ['test/english-words.ts'],
          testTimeout: 30_000,
          ...together,
        },
      },
      {
        extends: true,
        test: {
          name: 'fuzz',
          include: ['test/fuzz/**/*.test.ts'],
          testTimeout: 60_000,
          ...together,
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.test.ts'],
          globalSetup: ['test/browsers/global-setup.ts', 'test/servers/real/global-setup.ts'],
          // One browser is led through one story: pairing comes before the accounts.
          ...alone,
          sequence: { ...alone.sequence, shuffle: { tests: false } },
          testTimeout: 30_000,
          retry: 1,
        },
      },
      {
        extends: true,
        test: {
          name: 'integration',
          include: ['test/integration/**/*.test.ts'],
          globalSetup: ['test/servers/real/global-setup.ts'],
          ...alone,
          testTimeout: 20_000,
          retry: 1,
        },
      },
    ],
  },
});
