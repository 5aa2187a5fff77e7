import { homedir, userInfo } from 'node:os';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { usualDataDirectory } from '../../store/usual-data-directory.ts';
import { usualPort } from '../client/start-hint.ts';
import type { DaemonPlace } from '../options/daemon-options.ts';
import { type ServicePlan, servicePlan } from './service-plan.ts';

/** The plan for this installation, this person and this machine. Throws CommandFailure. */
export function thisService({ directory, port }: DaemonPlace, env: NodeJS.ProcessEnv): ServicePlan {
  const { username, uid } = userInfo();
  const domain = env['USERDOMAIN'];
  const ownPlace = directory !== resolve(usualDataDirectory());
  return servicePlan(
    {
      node: process.execPath,
      launcher: fileURLToPath(new URL('../mailprobe.mjs', import.meta.url)),
      args: [
        'start',
        ...(ownPlace ? ['--data-dir', directory] : []),
        ...(port !== undefined && port !== usualPort ? ['--port', String(port)] : []),
      ],
    },
    {
      platform: process.platform,
      home: homedir(),
      user: process.platform === 'win32' && domain ? `${domain}\\${username}` : username,
      uid,
      xdgConfigHome: env['XDG_CONFIG_HOME'],
      dataDirectory: directory,
    },
  );
}
