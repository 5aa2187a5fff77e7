/** What the store and the places of passwords say to a person. */
export const english = {
  diskFull: 'The disk is full: nothing was saved. Free some room; saving goes on by itself then.',
  logPaused: 'The disk is full: the log is not written until there is room again.',
  databaseDamaged: 'The database file is damaged.',
  recordChanged: (id: string) => `Log record ${id} was changed by something other than Mailprobe.`,
  letterChanged: (id: string) => `Letter ${id} was changed by something other than Mailprobe.`,
  noLetter: (id: string) => `There is no letter with the id ${id}.`,
  accountChanged: (id: string) => `Account ${id} was changed by something other than Mailprobe.`,
  clientChanged: (id: string) => `Paired browser ${id} was changed by something other than Mailprobe.`,
  placeChanged: 'The place of the passwords was changed by something other than Mailprobe.',
  passwordPlaceChanged: (id: string) =>
    `The place of the password of account ${id} was changed by something other than Mailprobe.`,
  deletedPlaceChanged:
    'The place of the password of a deleted account was changed by something other than Mailprobe.',
  storeGone: 'The store has stopped; start the daemon again.',
  slowCondition: 'This condition takes too long to answer. Ask for less at once.',
  logBusy: 'The log is still busy with a condition that takes too long. Ask again a little later.',
  logUnread: 'The log could not be read this time. Try again.',
  noAccount: (id: string) => `There is no account with the id ${id}.`,
  tooManyBrowsers: (most: number, name: string, lastUsed: string) =>
    `${most} browsers are paired already: revoke one that is no longer used. The one used longest ago is ${name} (${lastUsed}).`,

  keychainReady: 'Passwords are kept in the keychain of the system.',
  keychainUnasked:
    'The system keychain may be locked, and it is not asked while nobody is there to answer its prompt. Test an account by hand to unlock it.',
  keychainCrashed:
    'The system keychain ended the program that asked it. Try again; if it happens each time, update the keychain or choose another store.',
  keychainLocked:
    'The system keychain is locked: unlock it (log in to the desktop again, or open Passwords and Keys), then try again. If it was emptied, type the password again and save.',
  keychainForgetful: 'The system keychain does not keep what it is given: choose another store.',
  keychainRefused: (words: string) => `The system keychain refused: ${words}`,
  keychainGivenUp: 'You stopped waiting for the keychain.',
  keychainSlow:
    'The system keychain did not answer in time. Look for a question to unlock it on the screen, then try again.',
  noBinding:
    'The binding to the system keychain (keytar) is not installed. On Debian and Ubuntu: sudo apt install libsecret-1-dev g++ make python3 pkg-config, then npm start builds it.',
  bindingBroken:
    'The binding to the system keychain does not load. On Debian and Ubuntu: sudo apt install libsecret-1-0.',
  promptDismissed: 'The question to unlock the keychain was dismissed: try again and answer it.',
  isLocked: 'The system keychain is locked: unlock it, then try again.',
  serviceSilent: 'The keychain service did not answer: log out and in again, then try again.',
  serviceEnded: 'The keychain service ended while it was asked: try again.',
  noSession:
    'No keychain can be reached: Mailprobe was started outside a desktop session (no D-Bus). Start it inside one, or choose the encrypted vault.',
  noService:
    'This session has no keychain service: install one (sudo apt install gnome-keyring, or KWallet), log in again, or choose the encrypted vault.',
  noKeyring:
    'The keychain service has no keyring yet: log in to the desktop with your password once, or make one in Passwords and Keys.',

  memoryReady: 'Passwords are kept in memory until Mailprobe ends.',
  vaultReady: 'Passwords are kept encrypted in vault.bin, protected by your passphrase.',
  keyFileReady:
    'Passwords are kept encrypted in vault.bin, its key beside it: protected by file permissions only.',
  vaultOlder:
    'The vault is older than the one written last: somebody put an earlier one back. Passwords changed since then are the old ones.',
  vaultLocked: 'The vault is locked: type its passphrase.',
  vaultNoPassphrase: 'This vault has a key file and no passphrase: choose it so.',
  vaultNoKeyFile: 'The vault has a passphrase now and no key file: choose it so.',
  vaultThere: 'There is a vault already: nothing was changed.',
  vaultMissing: (kind: string) =>
    `There is no vault (vault.bin) in the data folder: bring it back from a backup. Or begin a new one with npx mailprobe secrets move ${kind}, and type the passwords again.`,
  vaultClosed: 'This passphrase does not open the vault: type it again, or the file is damaged.',
  vaultFull: 'The vault is full: it holds 1 MiB, which is about 700 passwords.',
  vaultNewer: 'The vault was written by a newer Mailprobe: update this one.',
  vaultDamaged: 'The vault (vault.bin) is damaged or was changed by another hand.',
  vaultBackup:
    'Beside it is vault.bin.bak, the vault as it was before the last change; put it in its place. Or move vault.bin away: then a new vault can be begun, and the passwords typed again.',
  vaultForeign: 'It is no vault file.',
  vaultForeignKdf: 'Its key settings are not ours.',
  vaultWildKdf: 'Its key settings are out of bounds.',
  vaultCut: 'It is cut off, or something was added.',
  vaultWrongKey: 'Its key does not open it.',
  noArgon2: 'This Node cannot open a vault with a passphrase: it has no argon2.',
  passphraseShort: (fewest: number) => `A passphrase has at least ${fewest} characters.`,
  keyDamaged:
    'The key of the vault (vault.key) is damaged: bring it back from a backup. Without it nobody can open the vault: then move vault.key and vault.bin away, begin a new one with npx mailprobe secrets move vault-keyfile, and type the passwords again.',
  keyGone: 'The key of the vault (vault.key) is missing.',
  keyMissing:
    'The key of the vault (vault.key) is missing: bring it back from a backup. Without it nobody can open the vault: then move vault.bin away, begin a new one with npx mailprobe secrets move vault-keyfile, and type the passwords again.',

  noPassword: 'No password is stored for this account: type it once and save.',
  passwordLost:
    'The password of this account is no longer where it was kept: the keychain or the vault was emptied or made anew. Type it once more and save.',
  passwordElsewhere:
    'The stored password was typed for another server, port, security, certificate setting or user name: type it again.',
  copyChanged: 'What was written came back as something else: nothing was moved.',

  diskRefused: (code: string) => `The disk refused (${code}). Nothing was lost.`,
  secretsDiskFull: 'The disk is full: free some space and try again. What was stored before is still there.',
  diskError:
    'The disk reports an error of its own (EIO): look after the disk. What was stored before is still there.',
  folderClosed: 'The data folder may not be read or written: look at its owner and permissions.',
  folderReadOnly: 'The data folder is on a disk that is mounted read-only.',
  notOrdinary: (path: string) => `${path} is no ordinary file: move it away.`,
  tooLong: (path: string) =>
    `${path} is longer than Mailprobe ever writes it: it was replaced. Move it away.`,
  fileLink: (path: string) => `${path} is a symbolic link: put the file itself there.`,
  folderLink: (path: string) => `${path} is a symbolic link: use the folder it leads to.`,
  othersFile: (path: string, command: string) =>
    `${path} belongs to another user. If it is yours: ${command}`,
  damagedKey: (path: string, command: string) =>
    `${path} is damaged or was replaced. Put it back from a copy, or make a new one (browsers then pair again): ${command}`,
  looseFile: (path: string, command: string) =>
    `${path} can be read or changed by others. Repair it: ${command}`,
};
