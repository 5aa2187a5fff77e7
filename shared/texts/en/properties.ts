/** What the system properties are for, and why a value is refused. */
export const propertyTexts = {
  meanings: {
    'default.email.account.send': 'SMTP account for every outgoing letter that names none',
    'default.email.account.receive': 'IMAP or POP3 account for every incoming check that names none',
    'simple.email.smtp.active': 'sending on or off',
    'simple.email.read.active': 'receiving on or off',
    'simple.email.test.user': 'when set, letters go to these recipients only',
    'mailprobe.test.every': 'all active accounts are tested at this interval; 0 is off',
    'mailprobe.log.keep.days': 'how long the Main Log and letters are kept',
    'mailprobe.log.keep.records': 'how many records the Main Log keeps',
  },
  units: { minutes: 'minutes', days: 'days', records: 'records' },
  accountId: (name: string) => `${name} takes the id of an account (18 digits), or nothing.`,
  onOrOff: (name: string) => `${name} is on or off (true or false).`,
  addressList: (name: string) => `${name} takes a list of addresses.`,
  mostAddresses: (name: string, most: number) => `${name} takes at most ${most} addresses.`,
  noAddress: (text: string) =>
    `“${text}” is not an email address: write it as name@example.com, without a display name.`,
  wholeNumber: (name: string, unit: string, least: number, most: number) =>
    `${name} is a whole number of ${unit} from ${least} to ${most}.`,
  noSuchAccount: (name: string, id: string) => `${name}: there is no account with the id ${id}.`,
  wrongType: (name: string, wanted: readonly string[], account: string, type: string) =>
    `${name} takes an ${wanted.join(' or ')} account, and ${account} is ${type}.`,
  notActive: (name: string, account: string) =>
    `${name}: ${account} is not active, so nothing automatic would use it.`,
};
