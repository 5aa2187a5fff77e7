/** Why a condition on the Main Log cannot be asked. */
export const conditionTexts = {
  fields: {
    createdAt: 'Created at',
    source: 'Source',
    level: 'Level',
    message: 'Message',
    username: 'Username',
    createdBy: 'Created by',
    accountId: 'Account',
    testId: 'Test',
  },
  notAsked: (field: string) => `${field} cannot be asked so.`,
  twoDates: 'Between takes two dates.',
  list: 'One of takes a list of values.',
  longList: (most: number) => `A list has at most ${most} values.`,
  text: 'The value is a text.',
  longText: (most: number) => `A text has at most ${most} characters.`,
  noSource: (sources: string) => `There is no such source; there are ${sources}.`,
  noLevel: (levels: string) => `There is no such level; there are ${levels}.`,
  id: 'An id is 18 digits.',
  date: 'A date is a day such as 2026-01-31, with a time as in 2026-01-31T09:05, or a word such as today.',
  tooLarge: (rules: number, deep: number, values: number) =>
    `A condition has at most ${rules} rules in groups at most ${deep} deep, and ${values} values.`,
  noPlace: 'This is no place in the log.',
  noZone: 'There is no such time zone.',
};
