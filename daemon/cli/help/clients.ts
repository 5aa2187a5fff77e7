/** `mailprobe help clients`: 80 columns at most. */
export const clientsHelp = `mailprobe clients: list and revoke paired browsers.

Examples
  mailprobe clients
  mailprobe clients revoke 0123456789abcdef0123456789abcdef

Commands
  list            every paired browser (this is done when none is given)
  revoke ID       this browser is refused from now on; pair it anew to undo

Options
  --data-dir DIR  the folder of the daemon, when not the usual one
  --port PORT     the daemon's port, when it cannot be known from the folder
  --json          print one JSON object, for programs

Exit code
  0  done    1  refused or failed
  2  wrong usage    3  the daemon is needed and not running
`;
