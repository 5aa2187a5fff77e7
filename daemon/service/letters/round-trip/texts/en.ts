/** Why no round trip begins. */
export const english = {
  sendingOff: 'Sending is switched off: switch on the property simple.email.smtp.active, and try again.',
  noRecipient: (name: string) =>
    `The user name of account “${name}” is no email address: name the address whose letters it receives.`,
  notAnAddress: (recipient: string) => `“${recipient}” is no email address.`,
  testUsers: (recipient: string) =>
    `Letters go to the recipients in the property simple.email.test.user only, and ${recipient} is none of them: add it there, or clear the property.`,
};
