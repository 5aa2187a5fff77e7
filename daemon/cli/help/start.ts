/** `mailprobe help start`: 80 columns at most. */
export const startHelp = `mailprobe start: run the companion that the browser extension talks to.

It listens on this computer alone (127.0.0.1) and runs until Ctrl-C. While no
browser is paired it shows a pairing code: type it into the extension's
options page. Later codes: mailprobe pair.

Examples
  mailprobe start
  mailprobe start --port 47700

Options
  --port PORT      another port than 47600; the extension must be told
  --data-dir DIR   where accounts, log and keys are kept, when not in the
                   usual place of this system; only your own user may read it

Exit code
  0  ended by Ctrl-C or by a command    1  not started    2  wrong usage
`;
