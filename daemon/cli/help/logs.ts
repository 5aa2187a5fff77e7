/** `mailprobe help logs`: 80 columns at most. */
export const logsHelp = `mailprobe logs: show records of the Main Log, the newest last.

Examples
  mailprobe logs --limit 20
  mailprobe logs --where 'source is "IMAP Auth" and level at least Warning'
  mailprobe logs --where 'message contains "535"' --since 1h --follow
  mailprobe logs --test 157425284611357796 --json

The quick filters of the Main Log
  --where 'source is "SMTP Auth"'
  --where 'source is "IMAP Auth"'
  --where 'source is "POP3 Auth"'
  --where 'source is "Email Logger" and level is Error'

A condition is FIELD OPERATOR VALUE, joined by and, or, not and brackets;
and binds closer than or. A value with blanks stands in quotes.
The signs = != >= <= > < are words too, with blanks around them.
  message, username   is, is not, contains, does not contain, starts with,
                      ends with, is one of A, B; is empty, is not empty
  source              is, is not, is one of A, B; is not one of A, B
  level               the same, and at least, at most
                      (Debug < Info < Warning < Error)
  account, test,      an id: is, is not, is one of A, B; is empty,
  created by          is not empty
  created at          on, not on, before, after, at or before, at or after,
                      between A and B. A date is 2026-01-31,
                      2026-01-31T09:05, today, yesterday, last 15 minutes,
                      last hour, last 7 days or this month

Options
  --where TEXT    records that meet this condition
  --since TIME    not older than 15m, 1h, 7d, 2w, or a date as above
  --account ID    records of this account alone
  --test ID       records of this test alone
  --limit N       1 to 10000 records (50 when left out)
  --reverse       the newest first
  --follow        go on with new records as they come, until Ctrl-C
  --data-dir DIR  the folder of the daemon, when not the usual one
  --port PORT     the daemon's port, when it cannot be known from the folder
  --json          print one JSON object a line, for programs

Exit code
  0  done    1  refused or failed
  2  wrong usage    3  the daemon is needed and not running
`;
