/** So long a deletion can be undone; then the account and its password are gone for good, as with the daemon's next start. */
export const keptDeletedMinutes = 10;
