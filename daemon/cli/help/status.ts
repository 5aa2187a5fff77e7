/** `mailprobe help status`: 80 columns at most. */
export const statusHelp = `mailprobe status: say whether the daemon runs, and what it serves.

It shows version, address, data folder, the place of the passwords and its
state, and the paired browsers. When no daemon runs it says how to start one.

Examples
  mailprobe status
  mailprobe status --json

Options
  --data-dir DIR  the folder of the daemon, when not the usual one
  --port PORT     the daemon's port, when it cannot be known from the folder
  --json          print one JSON object, for programs

Exit code
  0  running    1  failed    2  wrong usage    3  not running
`;
