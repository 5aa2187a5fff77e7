import { join } from 'node:path';
import { CommandFailure } from '../command-failure.ts';
import { agentLabel, launchdAgent } from './launchd-agent.ts';
import { type ServiceCommand, wordsOf } from './service-command.ts';
import { systemdUnit, unitName } from './systemd-unit.ts';
import { taskName, windowsTask } from './windows-task.ts';

/** What of this machine the plan depends on. */
export interface ServiceFacts {
  readonly platform: NodeJS.Platform;
  readonly home: string;
  /** Login name; with its domain on Windows. */
  readonly user: string;
  readonly uid: number;
  readonly xdgConfigHome?: string | undefined;
  /** Windows has a place of its own: the file is there only until the task is made. */
  readonly dataDirectory: string;
}

/** Start at login, as the system of this platform takes it: a file, and the commands around it. */
export interface ServicePlan {
  readonly kind: 'systemd' | 'launchd' | 'windows';
  readonly path: string;
  readonly text: string;
  readonly install: readonly (readonly string[])[];
  readonly uninstall: readonly (readonly string[])[];
}

/** Pure: nothing is read, written or run. Throws CommandFailure where the platform has no such thing or a path cannot be written there. */
export function servicePlan(command: ServiceCommand, facts: ServiceFacts): ServicePlan {
  refuseControls(command);
  switch (facts.platform) {
    case 'linux':
      return systemdPlan(command, facts);
    case 'darwin':
      return launchdPlan(command, facts);
    case 'win32':
      return windowsPlan(command, facts);
    default:
      throw new CommandFailure([
        `Start at login is not known for ${facts.platform}. Let your system run this at login: ${wordsOf(command).join(' ')}`,
      ]);
  }
}

function systemdPlan(command: ServiceCommand, { home, xdgConfigHome }: ServiceFacts): ServicePlan {
  const user = ['systemctl', '--user'];
  return {
    kind: 'systemd',
    // The XDG specification: a path that is not absolute is to be ignored.
    path: join(
      xdgConfigHome?.startsWith('/') ? xdgConfigHome : join(home, '.config'),
      'systemd',
      'user',
      unitName,
    ),
    text: systemdUnit(command),
    install: [
      [...user, 'daemon-reload'],
      [...user, 'enable', '--now', unitName],
    ],
    uninstall: [
      [...user, 'disable', '--now', unitName],
      [...user, 'daemon-reload'],
    ],
  };
}

function launchdPlan(command: ServiceCommand, { home, uid }: ServiceFacts): ServicePlan {
  const path = join(home, 'Library', 'LaunchAgents', `${agentLabel}.plist`);
  return {
    kind: 'launchd',
    path,
    text: launchdAgent(command),
    install: [['launchctl', 'bootstrap', `gui/${uid}`, path]],
    uninstall: [['launchctl', 'bootout', `gui/${uid}/${agentLabel}`]],
  };
}

function windowsPlan(command: ServiceCommand, { user, dataDirectory }: ServiceFacts): ServicePlan {
  const path = join(dataDirectory, 'service-task.xml');
  return {
    kind: 'windows',
    path,
    text: windowsTask(command, user),
    install: [
      ['schtasks', '/Create', '/TN', taskName, '/XML', path, '/F'],
      ['schtasks', '/Run', '/TN', taskName],
    ],
    uninstall: [
      ['schtasks', '/End', '/TN', taskName],
      ['schtasks', '/Delete', '/TN', taskName, '/F'],
    ],
  };
}

/** A line break would begin a setting of its own. */
function refuseControls(command: ServiceCommand): void {
  if (!wordsOf(command).some((word) => /\p{Cc}/u.test(word))) return;
  throw new CommandFailure([
    'A path of this installation holds a control character, which no such file can hold: move it to another folder.',
  ]);
}
