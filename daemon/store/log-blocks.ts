/** So many numbers of the log make one block, whose times are known. Released databases have it: it cannot change. */
export const logBlockRecords = 1024;
