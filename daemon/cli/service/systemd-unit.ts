import { glibcSettings } from '../glibc-settings.mjs';
import { type ServiceCommand, wordsOf } from './service-command.ts';

/** The unit's file name, in `systemd/user` of the person's configuration. */
export const unitName = 'mailprobe.service';

/**
 * A user unit that keeps the daemon running from login on. stdout goes nowhere, since `start` prints a
 * pairing code there, and a journal keeps what it is given. Nothing of the sandboxing needs a namespace,
 * which not every system gives its users.
 */
export function systemdUnit(command: ServiceCommand): string {
  return `[Unit]
Description=Mailprobe: tests of email accounts
StartLimitIntervalSec=60
StartLimitBurst=5

[Service]
Type=exec
ExecStart=${execStart(command)}
Restart=on-failure
RestartSec=5
StandardOutput=null
StandardError=journal
Environment=${allocator}
UMask=0077
LimitCORE=0
NoNewPrivileges=yes
LockPersonality=yes
RestrictRealtime=yes
RestrictSUIDSGID=yes
RestrictAddressFamilies=AF_UNIX AF_INET AF_INET6 AF_NETLINK
SystemCallArchitectures=native

[Install]
WantedBy=default.target
`;
}

const allocator = Object.entries(glibcSettings)
  .map((pair) => pair.join('='))
  .join(' ');

/** The colon keeps systemd from taking `$` for a variable. A program's own path may hold no quotes there, so that goes by the shell. */
function execStart(command: ServiceCommand): string {
  const words = wordsOf(command);
  const bare = !/["'\\]/.test(command.node);
  return `:${(bare ? words : ['/bin/sh', '-c', 'exec "$0" "$@"', ...words]).map(unitWord).join(' ')}`;
}

/** A word of ExecStart (systemd.syntax(7)): quoted where it must be, `%` doubled, for that begins a specifier. */
function unitWord(text: string): string {
  const escaped = text.replace(/[\\"]/g, String.raw`\$&`).replaceAll('%', '%%');
  return /^[\w./:@%+,=-]+$/.test(text) ? escaped : `"${escaped}"`;
}
