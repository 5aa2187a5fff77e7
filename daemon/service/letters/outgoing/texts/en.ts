/** Why a letter is not sent. */
export const english = {
  noDefault:
    'No account is named, and none is chosen for letters without one: set the property default.email.account.send to an SMTP account, or name an account.',
  defaultGone: (id: string) =>
    `The property default.email.account.send names account ${id}, which is not there any more: choose another SMTP account there, or name an account.`,
  notSmtp: (name: string, type: string) =>
    `Account “${name}” is ${type}: letters are sent by SMTP accounts. Choose one of those.`,
  defaultNotSmtp: (name: string, type: string) =>
    `The property default.email.account.send names “${name}”, which is ${type}: choose an SMTP account there.`,
  inactive: (name: string) => `Account “${name}” is inactive: activate it, or choose another one.`,
  defaultInactive: (name: string) =>
    `The property default.email.account.send names “${name}”, which is inactive: activate it, or choose another SMTP account there.`,
  noPassword: (name: string) =>
    `No password is stored for account “${name}”: type it there once and save, or choose another one.`,
  defaultNoPassword: (name: string) =>
    `The property default.email.account.send names “${name}”, for which no password is stored: type it there once and save, or choose another SMTP account there.`,
  guarded: (name: string) =>
    `Sign-in of account “${name}” was refused again and again; another try may lock it. Type its password again, or test it by hand.`,
  defaultGuarded: (name: string) =>
    `The property default.email.account.send names “${name}”, whose sign-in was refused again and again; another try may lock it. Type its password again, test it by hand, or choose another SMTP account there.`,
  propertyDamaged: (name: string) =>
    `The value of the property ${name} is damaged: set it again. No letter is sent until then.`,
  notOutgoing: 'This letter came in: only outgoing ones are sent.',
  sentAlready: 'This letter was sent: write another one to send it again.',
  accountGone:
    'The account that was to send this letter is not there any more. Choose “Write it again” (in a terminal: npx mailprobe send … --account ID) and send it by another account.',
  underWay: 'This letter is being sent at this moment: wait for its end.',
  notWaiting: 'This letter is not waiting to be sent.',
};
