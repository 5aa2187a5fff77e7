import { expect } from 'vitest';
import { runningDaemon } from '../api/running-daemon.ts';
import { run } from './cli-process.ts';

/** The password of the accounts that a command line adds; it may stand in no output. */
export const linePassword = 'corrËct "horse\\';

/** The command line on a daemon of its own. No output of it ever holds the password. */
export async function commandLine() {
  const daemon = await runningDaemon();
  const mailprobe = async (args: readonly string[], input = '') => {
    const result = await run([...args, '--data-dir', daemon.directory], { input });
    expect(result.stdout + result.stderr).not.toContain('horse');
    expect(result.stdout).not.toMatch(/[\x07\x1b]/);
    return result;
  };
  const json = async (args: readonly string[]): Promise<unknown[]> => {
    const { code, stdout, stderr } = await mailprobe([...args, '--json']);
    expect({ code, stderr }, stdout).toEqual({ code: 0, stderr: '' });
    return stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as unknown);
  };
  /** The id of a new plain-text account on this machine. */
  const add = async (port: number, more: readonly string[] = []): Promise<string> => {
    const user = more.includes('--user') ? [] : ['--user=ada'];
    const type = more.some((option) => option.startsWith('--type')) ? [] : ['--type=imap'];
    const account = ['--name=Office', ...type, '--server=127.0.0.1', `--port=${port}`, ...user, ...more];
    const yes = ['--plain', '--allow-plain', '--allow-address', '--password-stdin'];
    const { code, stdout, stderr } = await mailprobe(['accounts', 'add', ...account, ...yes], linePassword);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    return /\d{18}/.exec(stdout)?.[0] ?? '';
  };
  return { daemon, mailprobe: Object.assign(mailprobe, { json, add }) };
}
