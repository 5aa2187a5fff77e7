/** `mailprobe help logs`: 80 columns at most. */
export const logsHelp = `mailprobe logs: show the newest records of the Main Log, the newest last.

Examples
  mailprobe logs --limit 20
  mailprobe logs --account 157425284611357796
  mailprobe logs --test 157425284611357796 --json

Options
  --account ID    records of this account alone
  --test ID       records of this test alone
  --limit N       1 to 500 records (50 when left out)
  --data-dir DIR  the folder of the daemon, when not the usual one
  --port PORT     the daemon's port, when it cannot be known from the folder
  --json          print one JSON object a line, for programs

Exit code
  0  done    1  refused or failed
  2  wrong usage    3  the daemon is needed and not running
`;
