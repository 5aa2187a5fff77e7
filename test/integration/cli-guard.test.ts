import { expect, test } from 'vitest';
import { scriptedServer } from '../servers/scripted-server.ts';
import { imapScript } from '../servers/scripts/imap.ts';
import { commandLine, linePassword } from './command-line.ts';

test('a guarded account is not tested without --anyway, and what helps is said', async () => {
  const { mailprobe } = await commandLine();
  const script = imapScript({ username: 'ada', password: linePassword, security: 'plain', messageIds: [] });
  await using server = await scriptedServer(script);
  const id = await mailprobe.add(server.port, ['--user', 'eve']);
  for (let times = 0; times < 2; times++) expect((await mailprobe(['test', id])).code).toBe(1);
  const { code, stdout, stderr } = await mailprobe(['test', id]);
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
  for (const said of [
    'Sign-in was refused again and again',
    `mailprobe accounts change ${id} --password-stdin`,
    `mailprobe test ${id} --anyway`,
  ])
    expect(stderr).toContain(said);
  expect((await mailprobe(['accounts'])).stdout).toContain('skipped (guarded)');
  const anyway = await mailprobe(['test', id, '--anyway']);
  expect(anyway).toMatchObject({ code: 1, stderr: '' });
  expect(anyway.stdout).toContain('login');
});
