/** `mailprobe help explain`: 80 columns at most. */
export const explainHelp = `mailprobe explain: say what a mail server's reply means and what to do.

Paste the reply, or the error of another mail program, in quotes. Nothing is
sent anywhere.

Examples
  mailprobe explain "535 5.7.8 Username and Password not accepted"
  mailprobe explain --type imap "NO [AUTHENTICATIONFAILED] Invalid login"
  mailprobe explain - < reply.txt

Options
  -              read the text from standard input
  --type TYPE    where it comes from: imap, pop3 or smtp
  --stage STAGE  where it was said: resolve, connect, tls, greeting, starttls,
                 login, sender, mailbox or logout
  --json         print the answer as one JSON object, for programs

Exit code
  0  explained    1  not recognised    2  wrong usage
`;
