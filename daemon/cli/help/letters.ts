/** `mailprobe help letters`: 80 columns at most. */
export const lettersHelp = `mailprobe letters: show letters that came and letters that are sent.

Usage
  mailprobe letters [list]          show them, the newest last
  mailprobe letters export [FILE]   all of them, as a file or to a program
  mailprobe letters get ID          one letter: what became of it, for each
                                    recipient, and its text
  mailprobe letters source ID       the letter as its server has it now, 25 MB
                                    at most
  mailprobe letters retry ID        send one that has failed, or is unknown,
                                    once more, to those who have not got it;
                                    one that waits at once
  mailprobe letters give-up ID      one that waits is not tried again

Examples
  mailprobe letters --outgoing --where 'status is one of Failed, Unknown'
  mailprobe letters --incoming --since 1d --where 'subject contains invoice'
  mailprobe letters export sent.csv --outgoing --since 7d
  mailprobe letters source 157425284611357796 --out letter.eml
  mailprobe letters retry 157425284611357796 --wait

An unknown letter was handed over, and the answer was lost: retry may bring it
to its recipients twice, so it is never done unasked.

A condition is FIELD OPERATOR VALUE, joined by and, or, not and brackets;
and binds closer than or. A value with blanks stands in quotes.
  status              is, is not, is one of A, B; is not one of A, B
                      (Ready, In Process, Processed, Failed, Ignored, Unknown)
  subject, sender,    is, is not, contains, does not contain, starts with,
  recipients, reply,  ends with, is one of A, B; is empty, is not empty
  message id, username
  account,            an id: is, is not, is one of A, B; is empty,
  created by          is not empty
  created, sent       on, not on, before, after, at or before, at or after,
                      between A and B; dates as in: mailprobe help logs
  from and to say the same as sender and recipients; recipients are those in To,
  Cc and Bcc.

Options
  --incoming      letters that came alone
  --outgoing      letters that are sent alone
  --where TEXT    letters that meet this condition
  --since TIME    not older than 15m, 1h, 7d, 2w, or a date
  --account ID    letters of this account alone
  --limit N       of list: 1 to 10000 letters (50 when left out)
  --reverse       of list: the newest first
  --format NAME   of export: csv or jsonl; FILE.csv or FILE.jsonl says so as
                  well, another name needs it
  --yes           of export: replace a file that is there
  --out FILE      of source: write it into this file, which must not be there
                  yet; without it the letter is the output
  --headers       of get: the headers of a letter that came, above its text
  --wait          of retry: wait until it is sent, has failed or is unknown
  --data-dir DIR  the folder of the daemon, when not the usual one
  --port PORT     the daemon's port, when it cannot be known from the folder
  --json          print one JSON object a line, for programs

Exit code
  0  done    1  refused or failed; with --wait: not sent to all, or unknown
  2  wrong usage    3  the daemon is needed and not running
`;
