/** `mailprobe help roundtrip`: 80 columns at most. */
export const roundtripHelp = `mailprobe roundtrip: send a letter and watch it arrive.

Sends one letter with a random word in it from an SMTP account, and waits for
it in the mailbox of an IMAP or POP3 account: INBOX, the folder for junk, and
now and then all others. It says how long each server on the way took, into
which folder the letter came, and what the receiving server found out about
its sender (SPF, DKIM, DMARC). When the letter does not come it says how far
it got. Without ids the two default accounts are taken.

Examples
  mailprobe roundtrip
  mailprobe roundtrip --from 157425284611357796 --clean-up
  mailprobe roundtrip --recipient sales@acme.example --timeout 300 --json

Options
  --from ID       the SMTP account that sends
  --to ID         the account whose mailbox is watched
  --recipient A   the address, when it is not the user name of that account
  --timeout S     how many seconds the letter has, 5 to 600; without it 120
  --clean-up      delete the letter, and no other one, once it has arrived
  --data-dir DIR  the folder of the daemon, when not the usual one
  --port PORT     the daemon's port, when it cannot be known from the folder
  --json          print one JSON object a line, for programs

Exit code
  0  it arrived    1  it did not, or nothing could be sent, or cancelled
  2  wrong usage, or no account to use
  3  the daemon is needed and not running
`;
