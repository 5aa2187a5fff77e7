/** Why no letters are fetched. */
export const english = {
  receivingOff: 'Receiving is switched off: switch on the property simple.email.read.active, and try again.',
  noDefault:
    'No account is named, and none is chosen for receiving: set the property default.email.account.receive to an IMAP or POP3 account, or name an account.',
  notReceiving: (name: string) =>
    `Account “${name}” is SMTP, which gives no letters: choose an IMAP or POP3 account.`,
  inactive: (name: string) => `Account “${name}” is inactive: activate it, or choose another one.`,
  changedMeanwhile: 'The account was changed while its letters were fetched: fetch again.',
  noSource: 'This letter was not fetched from a server, or its account is gone: its source cannot be read.',
  sourceGone: 'This letter is not on the server any more: it was moved or deleted there.',
  notReadOn: 'Nobody read on for a minute: the reading of this letter was ended. Ask for it again.',
  sourceTooLarge: (megabytes: number) =>
    `This letter is larger than ${megabytes} MB: read it in a mail program.`,
};
