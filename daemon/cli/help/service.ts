/** `mailprobe help service`: 80 columns at most. */
export const serviceHelp = `mailprobe service: start the daemon at login, or no longer.

Nothing starts by itself unless you ask for it here. A systemd user unit on
Linux, a launchd agent on macOS, a scheduled task on Windows; no administrator
is needed. What is written is shown.

Examples
  mailprobe service --print
  mailprobe service install
  mailprobe service uninstall

Commands
  install         write it, and start the daemon now if none runs
  uninstall       stop it and remove what install wrote
  --print         show the file and the commands; write and run nothing

Options
  --data-dir DIR  the folder of the daemon, when not the usual one
  --port PORT     the port it listens on, when not 47600
  --json          print one JSON object, for programs

Exit code
  0  done    1  not possible here, or failed    2  wrong usage
`;
