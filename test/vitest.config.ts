import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const root = fileURLToPath(new URL('..', import.meta.url));

export default defineConfig({
  root,
  test: {
    // One file at a time: deadlines are measured, and servers, browsers and keychains want the machine for themselves.
    maxWorkers: 1,
    sequence: { shuffle: true },
    // `retry` only where servers and browsers take part, and told at the end: test/README.md, decision 8.
    projects: [
      {
        extends: true,
        test: { name: 'unit', include: ['test/unit/**/*.test.ts'], testTimeout: 30_000 },
      },
      {
        extends: true,
        test: { name: 'fuzz', include: ['test/fuzz/**/*.test.ts'], testTimeout: 60_000 },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.test.ts'],
          globalSetup: ['test/browsers/global-setup.ts', 'test/servers/real/global-setup.ts'],
          // One browser is led through one story: pairing comes before the accounts.
          sequence: { shuffle: { tests: false } },
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
          testTimeout: 20_000,
          retry: 1,
        },
      },
    ],
  },
});
