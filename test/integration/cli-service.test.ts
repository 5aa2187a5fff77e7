import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { temporaryDirectory } from '../store/temporary-directory.ts';
import { bin, run } from './cli-process.ts';

describe.runIf(process.platform === 'linux')('service on Linux', () => {
  test('--print writes nothing and runs nothing', async () => {
    const home = machine();
    const { code, stdout } = await home.mailprobe(['service', '--print']);
    expect(code).toBe(0);
    expect(stdout).toContain(`${home.unit}:`);
    expect(stdout).toContain(`  ExecStart=:${process.execPath} ${bin} start --data-dir`);
    expect(stdout).toContain('  systemctl --user enable --now mailprobe.service');
    expect(existsSync(home.unit)).toBe(false);
    expect(home.calls()).toEqual([]);
    const { stdout: json } = await home.mailprobe(['service', 'install', '--print', '--json']);
    expect(JSON.parse(json)).toMatchObject({ kind: 'systemd', path: home.unit });
    expect(existsSync(home.unit)).toBe(false);
  });

  test('install writes the unit it shows and enables it; uninstall takes both back', async () => {
    const home = machine();
    const { code, stdout, stderr } = await home.mailprobe(['service', 'install', '--port', '47777']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const unit = readFileSync(home.unit, 'utf8');
    expect(unit).toContain(' --port 47777\n');
    for (const line of unit.split('\n')) expect(stdout).toContain(line);
    expect(statSync(home.unit).mode & 0o077).toBe(0);
    expect(home.calls()).toEqual(['show-environment', 'daemon-reload', 'enable --now mailprobe.service']);

    expect((await home.mailprobe(['service', 'uninstall'])).stdout).toContain('Removed');
    expect(existsSync(home.unit)).toBe(false);
    expect(home.calls().slice(3)).toEqual(['disable --now mailprobe.service', 'daemon-reload']);
    const again = await home.mailprobe(['service', 'uninstall', '--json']);
    expect(again).toMatchObject({ code: 0, stdout: '{"removed":false}\n' });
  });

  test('a systemd that does not serve this user is said, and nothing was written', async () => {
    const home = machine('show-environment');
    const { code, stdout, stderr } = await home.mailprobe(['service', 'install']);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toContain('systemd does not serve this user here');
    expect(stderr).toContain('loginctl enable-linger');
    expect(existsSync(home.unit)).toBe(false);
  });

  test('no systemd at all is said', async () => {
    const home = machine();
    const { code, stderr } = await home.mailprobe(['service', 'install'], { PATH: join(home.path, 'none') });
    expect(code).toBe(1);
    expect(stderr).toContain('This system has no systemd');
    expect(existsSync(home.unit)).toBe(false);
  });

  test('a reset takes back start at login of its own folder, and leaves that of another', async () => {
    const home = machine();
    await home.mailprobe(['service', 'install']);
    const other = temporaryDirectory();
    for (const directory of [other, join(home.path, 'data')]) {
      mkdirSync(directory, { recursive: true, mode: 0o700 });
      writeFileSync(join(directory, 'daemon.port'), '47600', { mode: 0o600 });
    }
    const args = ['reset', '--yes', '--json'];
    const { stdout: left } = await run([...args, '--data-dir', other], { env: home.env });
    expect(JSON.parse(left)).toMatchObject({ service: false });
    expect(existsSync(home.unit)).toBe(true);
    const { stdout } = await home.mailprobe(args);
    expect(JSON.parse(stdout)).toMatchObject({ service: true });
    expect(existsSync(home.unit)).toBe(false);
  });

  test.each([
    ['nothing', undefined],
    ['an older unit', '[Unit]\nDescription=older\n'],
  ])('an install that fails half-way leaves %s where it was', async (_what, before) => {
    const home = machine('enable');
    if (before !== undefined) {
      mkdirSync(join(home.unit, '..'), { recursive: true });
      writeFileSync(home.unit, before);
    }
    const { code, stderr } = await home.mailprobe(['service', 'install']);
    expect(code).toBe(1);
    expect(stderr).toContain('enable --now mailprobe.service failed: refused');
    expect(existsSync(home.unit) ? readFileSync(home.unit, 'utf8') : undefined).toBe(before);
  });
});

/** A home of its own, and a systemctl that notes what it is asked and refuses one word. */
function machine(refuses = 'nothing') {
  const path = temporaryDirectory();
  const unit = join(path, 'config', 'systemd', 'user', 'mailprobe.service');
  const noted = join(path, 'calls');
  writeFileSync(
    join(path, 'systemctl'),
    `#!/bin/sh\nshift\nprintf '%s\\n' "$*" >> '${noted}'\nif [ "$1" = ${refuses} ]; then echo refused >&2; exit 1; fi\n`,
    { mode: 0o755 },
  );
  const env = {
    HOME: path,
    XDG_CONFIG_HOME: join(path, 'config'),
    PATH: `${path}:${process.env['PATH'] ?? ''}`,
  };
  return {
    path,
    unit,
    env,
    calls: () => (existsSync(noted) ? readFileSync(noted, 'utf8').trimEnd().split('\n') : []),
    mailprobe: (args: readonly string[], more: Record<string, string> = {}) =>
      run([...args, '--data-dir', join(path, 'data')], { env: { ...env, ...more } }),
  };
}
