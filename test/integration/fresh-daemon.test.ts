import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

const program = fileURLToPath(new URL('../service/programs/loaded-packages.mjs', import.meta.url));

/** The packages that come with a module and all that it imports. */
async function packagesOf(...modules: string[]): Promise<string[]> {
  const { stdout } = await promisify(execFile)(process.execPath, [program, ...modules]);
  return JSON.parse(stdout) as string[];
}

test('a daemon that has begun holds no mail library and no parser yet, nor has the thread of its store', async () => {
  const main = await packagesOf('daemon/cli/commands/start.ts', 'daemon/open-parts.ts');
  expect(main).toEqual(expect.arrayContaining(['hono', 'zod']));
  const later = ['imapflow', 'node-pop3', 'nodemailer', 'postal-mime', 'html-to-text', 'keytar', 'papaparse'];
  expect(main.filter((name) => later.includes(name))).toEqual([]);
  expect(await packagesOf('daemon/store/tables.ts', 'daemon/store/database.ts')).toEqual(['zod']);
});

test('each library comes with the walk that needs it', async () => {
  expect(await packagesOf('daemon/probe/send.ts')).toContain('nodemailer');
  expect(await packagesOf('daemon/probe/fetch/fetch-imap.ts')).toContain('imapflow');
});
