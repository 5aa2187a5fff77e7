/** `mailprobe help pair`: 80 columns at most. */
export const pairHelp = `mailprobe pair: show a code that pairs one more browser.

Type the code into the extension, on the page Companion. It holds for 120
seconds and for one browser. At a terminal the command waits until the browser
is paired; Ctrl-C ends it, and the code holds on.

Examples
  mailprobe pair
  mailprobe pair --no-wait

Options
  --no-wait       print the code and end
  --data-dir DIR  the folder of the daemon, when not the usual one
  --port PORT     the daemon's port, when it cannot be known from the folder
  --json          print the code as one JSON object, and end

Exit code
  0  paired, or the code was printed    1  nobody paired, or refused
  2  wrong usage    3  the daemon is needed and not running
`;
