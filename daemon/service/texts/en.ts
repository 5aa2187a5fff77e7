/** What the services refuse, and where passwords lie. */
export const english = {
  storeFailed: 'The store could not do this: see the log of the daemon.',
  copyOf: (name: string) => `Copy of ${name}`,
  passwordMissing: 'Password is missing.',
  passwordUnwanted: 'Password is given, and yet none shall be stored: leave out one of the two.',
  noneThere: 'None of these accounts is there.',
  goneForGood:
    'The account cannot be brought back: it is gone for good some minutes after it was deleted, and when the companion starts.',
  endedWithAccount: 'An account that is used here was changed or deleted meanwhile: start again.',
  changedMeanwhile:
    'Somebody else changed this account after it was read here. Nothing was saved: look at the account again first.',
  boundElsewhere:
    'Type the password again: the stored one was typed for another server, port, security, certificate setting or user name, and is not sent anywhere else. Nothing was saved.',
  noDraftPassword: 'Type the password: none is stored for these settings.',
  guarded: 'Sign-in was refused again and again; another try may lock the account.',
  unusualPort: (port: number) =>
    `Port ${port} is not a usual mail port: confirm that it is meant, or correct it.`,
  thisComputer: (server: string) =>
    `${server} is this computer itself: confirm that it is meant, or correct it.`,
  testUnknown: 'This test is not known any more: its records are in the Main Log.',
  recordGone: 'This record is not in the Main Log any more.',
  notPaired: 'This browser is not paired.',
  passphraseNeeded: 'A vault with a passphrase needs one: at least 12 characters.',
  keychainWaiting:
    'Passwords are kept in the keychain of the system, which is asked when one is needed first.',
};
