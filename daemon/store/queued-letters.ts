/** An SQL condition on a letter, as its index has it. */
export const unsent = `direction = 'outgoing' AND status IN ('Ready', 'In Process')`;

/** For a FROM or UPDATE with {@link unsent}. Those alone, however many were sent before: left to itself SQLite goes through all, whose order it has. */
export const queued = 'letters INDEXED BY letters_unsent';
