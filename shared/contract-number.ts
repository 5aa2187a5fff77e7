/** The number of the contract between extension and daemon: raised with every change that one side alone would not survive. */
export const contractNumber = 9;
