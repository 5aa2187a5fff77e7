import { addressOf, fateFolders, type Fate } from './fates.ts';

/** What Dovecot does with letters of some fates: Sieve (RFC 5228), its script for everybody. */
export const fateScript = `require ["fileinto", "envelope", "mailbox"];
${fileInto('junk', fateFolders.junk)}
${fileInto('folder', fateFolders.folder)}
`;

function fileInto(fate: Fate, folder: string): string {
  return `if envelope "to" "${addressOf(fate)}" { fileinto :create "${folder}"; }`;
}
