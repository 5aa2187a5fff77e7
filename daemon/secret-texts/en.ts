/** Why a text cannot be a password. */
export const english = {
  missing: 'Password is missing.',
  long: (most: number) => `Password is longer than ${most.toLocaleString('en')} bytes.`,
  notOneLine: 'Password must be one line of text, without a NUL character.',
  half: 'Password holds half a character: type it again.',
};
