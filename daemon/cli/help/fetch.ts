/** `mailprobe help fetch`: 80 columns at most. */
export const fetchHelp = `mailprobe fetch: fetch new letters now, from an IMAP or POP3 account.

Without an id it fetches from the account of default.email.account.receive,
which the daemon does by itself once a minute. Nothing on the server changes:
no letter is marked as read, and none is deleted. A letter whose sender is its
recipient is recorded as Ignored. Of a mailbox that is fetched for the first
time the newest 10,000 letters are recorded; --older fetches those that were
left, the newest of them first. Ctrl-C ends the fetch; what has come in before
stays on record.

Examples
  mailprobe fetch
  mailprobe fetch 157425284611357796 --json
  mailprobe fetch --older 500

Options
  --older [N]     N letters (10,000 when left out) of those that an earlier
                  fetch has left on the server, in place of new ones
  --data-dir DIR  the folder of the daemon, when not the usual one
  --port PORT     the daemon's port, when it cannot be known from the folder
  --json          print one JSON object a line, for programs

Exit code
  0  fetched    1  failed, refused or cancelled
  2  wrong usage, or nothing to fetch from
  3  the daemon is needed and not running
`;
