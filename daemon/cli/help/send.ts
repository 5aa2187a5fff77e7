/** `mailprobe help send`: 80 columns at most. */
export const sendHelp = `mailprobe send: write a letter, which the daemon sends.

Examples
  mailprobe send --to bob@example.com --subject Hello --text 'It works.'
  mailprobe send --to bob@example.com --subject Report --wait < report.txt
  mailprobe send --to 'Bob <bob@example.com>, cy@example.com' --subject Hi \\
    --account 157425284611357796 --text Hi --json

The letter
  --to LIST       addresses with commas between, each with or without a name
  --cc LIST       the same, for copies
  --bcc LIST      the same, for copies that nobody else sees
  --subject TEXT  one line, 998 characters at most
  --text TEXT     the text, 262,144 characters at most; without it the text is
                  read from the input
  --account ID    the SMTP account to send with; without it the one in the
                  property default.email.account.send
  --test          it tests the account: not tried for longer than 15 minutes

A letter goes to 100 recipients at most; each list holds 8,192 characters.

The daemon keeps the letter and tries again where the server asks for it, up to
two days. simple.email.smtp.active switches sending off; where
simple.email.test.user is set, the letter goes to those addresses alone.

Options
  --wait          wait until it is sent, has failed or is unknown
  --data-dir DIR  the folder of the daemon, when not the usual one
  --port PORT     the daemon's port, when it cannot be known from the folder
  --json          print one JSON object, for programs; with --wait one a line

Exit code
  0  on record; with --wait: sent to all
  1  refused; with --wait: not sent, not to all, or unknown
  2  wrong usage    3  the daemon is needed and not running
`;
