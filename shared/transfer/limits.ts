/** How many accounts a file may hold. */
export const mostRows = 1000;

/** How large a file may be, in bytes. */
export const mostBytes = 5 * 1024 * 1024;
