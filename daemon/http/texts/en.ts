/** What the gate refuses a proven request with. */
export const english = {
  ownMistake:
    'Mailprobe itself failed; this is a mistake in Mailprobe. daemon.log in the data directory says where.',
  wrongForm: 'This value does not have the form that Mailprobe reads.',
  noSuchField: 'There is no such field.',
  manyFields: (count: number) => `${count} fields are not right.`,
  noJson: 'The body is not the JSON that Mailprobe reads.',
  wrongSeal: 'The sealed value was not sealed for this place.',
  forTheTerminal: 'Only the command line may do this, not a browser.',
  codeForm: 'A pairing code has 16 letters and digits.',
  manyCodes: 'Too many pairing codes within an hour: wait a little and try again.',
};
