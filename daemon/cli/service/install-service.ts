import { lstat, mkdir, readFile, rm, unlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { CommandFailure } from '../command-failure.ts';
import { runSystemProgram } from './run-system-program.ts';
import type { ServicePlan } from './service-plan.ts';

/**
 * Writes the file and runs the commands. Throws CommandFailure, and then everything is as it was before.
 * `startNow` is false while a daemon runs already: a second one would only be refused.
 */
export async function installService(plan: ServicePlan, { startNow }: { startNow: boolean }): Promise<void> {
  await refuseWithoutManager(plan);
  const before = await contentOf(plan.path);
  await mkdir(dirname(plan.path), { recursive: true, mode: 0o700 });
  await put(plan, plan.text);
  // An agent that is loaded already cannot be loaded again.
  if (plan.kind === 'launchd' && startNow) await runSystemProgram(plan.uninstall[0] ?? []);
  for (const command of startNow ? plan.install : plan.install.flatMap(laterOnly)) {
    const { passed, said } = await runSystemProgram(command);
    if (passed) continue;
    await takeBack(plan, before);
    throw new CommandFailure([
      `${command.join(' ')} failed: ${said}`,
      'Nothing was installed; what was there before is there again.',
    ]);
  }
  if (plan.kind === 'windows') await rm(plan.path, { force: true });
}

/** Whether anything was there to remove. Throws CommandFailure when the system keeps it. */
export async function uninstallService(plan: ServicePlan): Promise<boolean> {
  const there = await isThere(plan.path);
  if (plan.kind === 'windows') {
    const { passed } = await runSystemProgram(['schtasks', '/Query', '/TN', plan.install[0]?.[3] ?? '']);
    if (!passed) return false;
  } else if (!there) return false;
  // It may be stopped or unknown to the system already; what counts is that its file goes.
  for (const command of plan.uninstall.slice(0, 1)) await runSystemProgram(command);
  await rm(plan.path, { force: true });
  if (plan.kind === 'systemd') await rm(wantedBy(plan.path), { force: true });
  for (const command of plan.uninstall.slice(1)) {
    const { passed, missing, said } = await runSystemProgram(command);
    if (!passed && !missing && plan.kind === 'windows') {
      throw new CommandFailure([`${command.join(' ')} failed: ${said}`]);
    }
  }
  return true;
}

/** The link that `systemctl enable` makes, for a system that does not run now. */
function wantedBy(unit: string): string {
  return join(dirname(unit), 'default.target.wants', 'mailprobe.service');
}

async function refuseWithoutManager({ kind }: ServicePlan): Promise<void> {
  if (kind !== 'systemd') return;
  const { passed, missing, said } = await runSystemProgram(['systemctl', '--user', 'show-environment']);
  if (passed) return;
  throw new CommandFailure([
    missing
      ? 'This system has no systemd, so Mailprobe cannot be started at login this way. Nothing was written.'
      : `systemd does not serve this user here, so Mailprobe cannot be started at login this way (${said}). Nothing was written.`,
    missing
      ? 'Let your desktop or init system run the command of npx mailprobe service --print at login.'
      : 'Run this command in a session that you logged in to (a desktop or ssh, not su or sudo), or keep your services running without one: loginctl enable-linger',
  ]);
}

/** The command without what would start the daemon at once; none when it does nothing else. */
function laterOnly(command: readonly string[]): (readonly string[])[] {
  if (command.includes('/Run') || command.includes('bootstrap')) return [];
  return [command.filter((word) => word !== '--now')];
}

async function takeBack(plan: ServicePlan, before: string | undefined): Promise<void> {
  for (const command of plan.uninstall.slice(0, 1)) await runSystemProgram(command);
  if (before === undefined) await rm(plan.path, { force: true });
  else await put(plan, before);
  for (const command of plan.uninstall.slice(1)) await runSystemProgram(command);
}

/** A link in its place is replaced, never written through. */
async function put({ kind, path }: ServicePlan, text: string): Promise<void> {
  await unlink(path).catch(() => undefined);
  // The Task Scheduler reads UTF-16 with its mark.
  const bytes = kind === 'windows' ? Buffer.from(`\uFEFF${text}`, 'utf16le') : Buffer.from(text);
  await writeFile(path, bytes, { flag: 'wx', mode: 0o600 });
}

async function contentOf(path: string): Promise<string | undefined> {
  const status = await lstat(path).catch(() => undefined);
  return status?.isFile() ? readFile(path, 'utf8') : undefined;
}

async function isThere(path: string): Promise<boolean> {
  return (await lstat(path).catch(() => undefined)) !== undefined;
}
