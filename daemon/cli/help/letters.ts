/** `mailprobe help letters`: 80 columns at most. */
export const lettersHelp = `mailprobe letters: letters on record.

Examples
  mailprobe letters source 157425284611357796 --out letter.eml

Commands
  source ID       the letter as its server has it at this moment, 25 MB at
                  most; it says so when the letter is there no more

Options
  --out FILE      write it into this file, which must not be there yet;
                  without it the letter is the output
  --data-dir DIR  the folder of the daemon, when not the usual one
  --port PORT     the daemon's port, when it cannot be known from the folder
  --json          with --out: print one JSON object, for programs

Exit code
  0  done    1  refused or failed
  2  wrong usage    3  the daemon is needed and not running
`;
