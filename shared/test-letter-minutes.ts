/** A test letter is given up when it is so old: nobody waits for it any longer. */
export const testLetterMinutes = 15;
