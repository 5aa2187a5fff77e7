/** `mailprobe help secrets`: 80 columns at most. */
export const secretsHelp = `mailprobe secrets: show and move the place where passwords are kept.

Passwords themselves are never shown. Moving copies all of them, reads each
back, and then removes the old ones.

Examples
  mailprobe secrets
  mailprobe secrets move keychain
  mailprobe secrets unlock

Commands
  show            the place and its state (this is done when none is given)
  move PLACE      keychain       the keychain of the system
                  vault          a file encrypted with a passphrase
                  vault-keyfile  a file whose key lies beside it: protected by
                                 file permissions only
  unlock          open the vault with its passphrase until the daemon ends

Passphrase
  You are asked for it, and what you type is not shown. In scripts:
  --passphrase-stdin  take it from the first line of standard input

Options
  --check         show: ask the place itself, which may raise its prompt
  --data-dir DIR  the folder of the daemon, when not the usual one
  --port PORT     the daemon's port, when it cannot be known from the folder
  --json          print one JSON object, for programs

Exit code
  0  done    1  refused or failed
  2  wrong usage    3  the daemon is needed and not running
`;
