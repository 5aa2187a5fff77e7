/** `mailprobe help test`: 80 columns at most. */
export const testHelp = `mailprobe test: log in to one email account for real and report every stage.

It looks up the server, connects, encrypts, logs in, and then lists the mailbox
(IMAP, POP3) or offers the sender address (SMTP). No letter is sent, read or
changed, and nothing is stored. When a stage fails, it says why and what to do.

With the id of a stored account the running daemon tests it with the stored
password; of the options then --debug, --anyway, --json, --data-dir and --port
(the daemon's) can be given. Ctrl-C cancels the test. After two logins in a row
that the server refused it is not tested again, for that may lock the account,
until a password is typed anew; --anyway tests it all the same.

Examples
  A stored account:
    mailprobe test 157425284611357796

  Read mail at Gmail, encrypted from the first byte:
    mailprobe test --type imap --server imap.gmail.com --ssl \\
      --user ada@gmail.com

  Send mail through a submission server with STARTTLS:
    mailprobe test --type smtp --server smtp.example.com --port 587 --tls \\
      --user ada --from ada@example.com

  A test server on this machine, without encryption, in a script:
    printf '%s' "$PASSWORD" | mailprobe test --type pop3 --server localhost \\
      --port 1110 --plain --user ada --password-stdin

Account (all are needed; --from for SMTP)
  --type TYPE        imap or pop3 to read mail, smtp to send it
  --server HOST      name or address of the mail server, without a port
  --user NAME        user name; often the whole email address
  --from ADDRESS     sender address (SMTP only)

Password
  You are asked for it, and what you type is not shown. In scripts:
  --password-stdin   take it from the first line of standard input
  It is never an option's value: other people on this machine could read it.

Connection
  --port NUMBER      1 to 65535; the usual port when left out
  --ssl              encrypted from the first byte (ports 993, 995, 465)
  --tls              begin plain, then STARTTLS or STLS (143, 110, 587, 25);
                     the password is never sent when the server refuses it
  --plain            no encryption: others on the way can read the password
  Without one of the three, the port decides; without a port it is --ssl.
  --timeout MS       end the whole test after this time, 100 to 600000
                     milliseconds (15000 when left out)

Certificate
  --ca FILE          trust the PEM certificates in FILE too
  --pin SPKI         accept exactly this key (SHA-256, base64), and no other;
                     a test that refuses a certificate prints it
  --insecure         accept any certificate, and report what is wrong with it

Output
  --debug            show the session with the server, without its secrets
  --json             print one JSON object a line, for programs

Exit code
  0  passed          1  failed or cancelled
  2  wrong usage     3  the daemon is needed and not running
`;
