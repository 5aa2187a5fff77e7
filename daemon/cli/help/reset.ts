/** `mailprobe help reset`: 80 columns at most. */
export const resetHelp = `mailprobe reset: remove everything that Mailprobe keeps on this machine.

Accounts, their passwords (also those in the keychain), log, properties,
pairings, backups and keys; start at login is taken back and a running daemon
is ended first. It lists what it removes and asks. Files in the folder that are
not of Mailprobe stay. The extension is removed in the browser.

Examples
  mailprobe reset

Options
  --yes             do not ask
  --leave-keychain  go on when the keychain does not answer; its items stay
  --data-dir DIR    the folder of the daemon, when not the usual one
  --port PORT       the daemon's port, when it cannot be known from the folder
  --json            print one JSON object, for programs

Exit code
  0  removed    1  refused, or not agreed to    2  wrong usage
`;
