/** `mailprobe help accounts`: 80 columns at most. */
export const accountsHelp = `mailprobe accounts: list, show, add, change, delete, export and import accounts.

Examples
  mailprobe accounts
  mailprobe accounts add --name Office --type imap --server imap.example.com \\
    --user ada@example.com
  mailprobe accounts change 157425284611357796 --port 143 --tls
  mailprobe accounts delete 157425284611357796

Commands
  list                every account with its last test (when none is given)
  show ID             one account
  add                 store a new one
  change ID           change what the options say, and nothing else
  duplicate ID        store a copy without the password
  delete ID...        remove accounts and their passwords, after asking
  restore ID...       undo that, for ten minutes and while the daemon runs
  export [FILE]       write all accounts, without passwords, for another
                      computer or a spreadsheet; to the terminal without FILE
  import FILE         add and change accounts by such a file, CSV or JSON:
                      says first what it does with each row

Account (add needs name, type, server and user; --from for SMTP)
  --name NAME         what you call it
  --label TEXT        Email User Label, shown beside the name
  --type TYPE         imap, pop3 or smtp
  --server HOST       name or address of the mail server, without a port
  --port NUMBER       the mail server's; the usual port when left out
  --user NAME         user name; often the whole email address
  --from ADDRESS      sender address (SMTP only)
  --inactive          skipped by everything automatic; change: also --active
  --debug             every test writes its session to the log; --no-debug

Security, as in mailprobe help test
  --ssl, --tls, --plain
  --insecure          accept any certificate; --no-insecure
  --pin SPKI          accept exactly this key; --no-pin
  --allow-plain       confirm that the password travels in plain text
  --allow-address     confirm an address of this machine, or an unusual port

Password
  You are asked for it, and what you type is not shown. In scripts:
  --password-stdin    take it from the first line of standard input. With
                      change it replaces the stored one

Export and import
  --format FORMAT     csv or json; that of FILE's name, or json, when left out
  --dry-run           import: only say what would be done
  --allow-plain, --allow-address
                      import: confirm it for every row that needs it
  Passwords are neither written nor read. A change that leads elsewhere
  removes the stored one: import asks once before that.

Options
  --yes               delete, import: do not ask; export: replace FILE
  --data-dir DIR      the folder of the daemon, when not the usual one
  --json              print one JSON object, for programs

Exit code
  0  done    1  refused or failed
  2  wrong usage    3  the daemon is needed and not running
`;
