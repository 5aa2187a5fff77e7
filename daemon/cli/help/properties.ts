/** `mailprobe help properties`: 80 columns at most. */
export const propertiesHelp = `mailprobe properties: list, set and reset system properties.

Examples
  mailprobe properties
  mailprobe properties set mailprobe.test.every 30
  mailprobe properties set simple.email.smtp.active off
  mailprobe properties set simple.email.test.user ada@a.example,bob@b.example
  mailprobe properties reset mailprobe.test.every

Commands
  list            all properties (this is done when none is given)
  set NAME VALUE  on or off, a number, an account's id, or addresses with
                  commas between; an empty value in quotes for none
  reset NAME      back to the default

Options
  --data-dir DIR  the folder of the daemon, when not the usual one
  --port PORT     the daemon's port, when it cannot be known from the folder
  --json          print one JSON object, for programs

Exit code
  0  done    1  refused or failed
  2  wrong usage    3  the daemon is needed and not running
`;
