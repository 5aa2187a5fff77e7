/** What a letter that is written breaks. */
export const letterTexts = {
  toMissing: 'To is missing: add at least one recipient.',
  noAddress: (text: string) =>
    `“${text}” is not an email address: write ada@example.com or Ada <ada@example.com>.`,
  addressesLong: 'The addresses are longer than 8,192 characters.',
  addressControl: 'The addresses hold a control character.',
  manyRecipients: (most: number, count: number) =>
    `A letter goes to ${most} recipients at most; these are ${count.toLocaleString('en')}.`,
  subjectLong: 'Subject is longer than 998 characters.',
  subjectLine: 'Subject must be one line of text.',
  textLong: (length: number) =>
    `The text is longer than 262,144 characters: it has ${length.toLocaleString('en')}.`,
  textNul: 'The text holds a NUL character.',
};
