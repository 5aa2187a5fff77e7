/** `mailprobe help restore`: 80 columns at most. */
export const restoreHelp = `mailprobe restore: put the newest backup in place of the database.

The daemon makes a backup each day and keeps seven. The newest whose hash holds
is used; what was there is kept beside it as damaged-… . No daemon may run.

Examples
  mailprobe restore --list
  mailprobe restore

Options
  --list          show the backups, and change nothing
  --yes           do not ask
  --data-dir DIR  the folder of the daemon, when not the usual one
  --json          print one JSON object, for programs

Exit code
  0  done    1  refused, or not agreed to    2  wrong usage
`;
