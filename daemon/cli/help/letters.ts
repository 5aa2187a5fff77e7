/** `mailprobe help letters`: 80 columns at most. */
export const lettersHelp = `mailprobe letters: letters on record.

Examples
  mailprobe letters get 157425284611357796
  mailprobe letters source 157425284611357796 --out letter.eml
  mailprobe letters retry 157425284611357796 --wait

Commands
  get ID          one letter: what became of it, for each recipient, and its
                  text
  source ID       the letter as its server has it at this moment, 25 MB at
                  most; it says so when the letter is there no more
  retry ID        send one that has failed, or is unknown, once more, to those
                  who have not got it; one that waits at once
  give-up ID      one that waits is not tried again

An unknown letter was handed over, and the answer was lost: retry may bring it
to its recipients twice, so it is never done unasked.

Options
  --out FILE      with source: write it into this file, which must not be
                  there yet; without it the letter is the output
  --wait          with retry: wait until it is sent, has failed or is unknown
  --data-dir DIR  the folder of the daemon, when not the usual one
  --port PORT     the daemon's port, when it cannot be known from the folder
  --json          print one JSON object, for programs; with --wait one a line

Exit code
  0  done    1  refused or failed; with --wait: not sent, or unknown
  2  wrong usage    3  the daemon is needed and not running
`;
