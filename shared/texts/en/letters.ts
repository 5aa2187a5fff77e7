/** What a letter that is written breaks. */
export const letterTexts = {
  toMissing: 'To is missing: add at least one recipient.',
  noAddress: (text: string) =>
    `“${text}” is not an email address: write ada@example.com or Ada <ada@example.com>.`,
  addressesLong: 'The addresses are longer than 8,192 characters.',
  addressControl: 'The addresses hold a control character.',
  manyRecipients: (most: number) => `A letter goes to ${most} recipients at most.`,
  subjectLong: 'Subject is longer than 998 characters.',
  subjectLine: 'Subject must be one line of text.',
  textLong: 'The text is longer than 262,144 characters.',
  textNul: 'The text holds a NUL character.',
};
