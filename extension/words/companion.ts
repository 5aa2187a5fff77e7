import type { SecretPlace, SecretBackend } from '../../shared/secret-place.ts';
import type { PairingFailure } from '../link/pairing.ts';
import type { TroubleKind } from '../state/connection.ts';

/** A fault as a person needs it: what is so, and what to do. `command` is for the terminal. */
export interface FaultWords {
  readonly title: string;
  readonly sentence: string;
  readonly command?: string;
}

const pairCommand = 'npx mailprobe pair';

/** Words of the Companion page and of the welcome. */
export const companionWords = {
  title: 'Companion',
  lead: 'The program on this computer that talks to the mail servers and keeps the passwords.',
  looking: 'Looking for the companion…',

  welcome: {
    title: 'Welcome to Mailprobe',
    lead: 'Find out in seconds whether an SMTP, IMAP or POP3 account works, and if it does not, at which step and why. The tests run in a companion program on this computer; nothing is sent anywhere but to your mail servers.',
  },

  start: {
    title: 'Start the companion',
    sentence: 'In the folder of Mailprobe:',
    command: 'npm start',
    waiting: (port: number) => `No companion answers on port ${port} yet. This page notices by itself.`,
    there: (port: number) => `A companion answers on port ${port}.`,
  },
  pair: {
    title: 'Pair this browser',
    again: 'Pair again',
    sentence: 'The companion shows a code in its terminal as long as no browser is paired. For a new one:',
    command: pairCommand,
    code: 'Pairing code',
    port: 'Port',
    portHelp: 'Shown in the terminal.',
    portFault: 'A port is a number from 1 to 65535.',
    codeHelp: '16 letters and digits. Capitals, blanks and hyphens do not matter.',
    codeCount: (count: number) => `${count} of 16 characters`,
    codeComplete: 'The code is complete.',
    codeLong: (count: number) => `${count} characters: a code has 16.`,
    codeForeign: (character: string) => `“${character}” is in no code.`,
    codeMissing: 'Type the code that the companion shows.',
    submit: 'Pair',
    busy: 'Pairing…',
  },
  first: {
    title: 'Add the first account',
    sentence: 'Once this browser is paired, the list of email accounts opens.',
  },
  failures: {
    unreachable: {
      title: 'Nobody answers on this port',
      sentence:
        'The companion is not running, or it listens on another port. It prints its port when it starts.',
    },
    not_allowed: {
      title: 'The browser does not let Mailprobe reach the companion',
      sentence: 'Allow access to 127.0.0.1, which is this computer alone, and try again.',
    },
    stranger: {
      title: 'Something else answers on this port',
      sentence: 'It is not a Mailprobe companion. The code was not sent to it. Check the port.',
    },
    wrong_code: {
      title: 'This is not the code that the companion shows',
      sentence:
        'Compare it with the terminal. After five wrong tries a code is worth nothing: as long as no browser is paired, the terminal then shows a new one. Otherwise take a new one:',
      command: pairCommand,
    },
    closed: {
      title: 'The companion is not waiting for a browser',
      sentence: 'A code holds for two minutes. Take a new one:',
      command: pairCommand,
    },
    expired: {
      title: 'This code is worth nothing any more',
      sentence: 'Its time is over, or it was tried too often. Take a new one:',
      command: pairCommand,
    },
    taken: {
      title: 'Another browser was faster',
      sentence:
        'It has paired with this code. If that was not you, revoke it in the list of paired browsers. Take a new code for this one:',
      command: pairCommand,
    },
    full: {
      title: '16 browsers are paired already',
      sentence:
        'There is no place for another. Revoke one that is no longer used; the terminal of the companion names the one used longest ago.',
      command: 'npx mailprobe clients',
    },
    wrong_version: {
      title: 'Extension and companion are of different versions',
      sentence: 'Update the older one, and pair then.',
    },
    busy: { title: 'The companion has too much to do', sentence: 'Wait a little and try again.' },
  } satisfies Record<PairingFailure, FaultWords>,

  troubles: {
    unreachable: {
      title: 'The companion is not running',
      sentence: 'Start it in a terminal. This page connects by itself as soon as it answers.',
    },
    lost: {
      title: 'The connection to the companion was lost',
      sentence: 'This page connects again by itself. If the companion was stopped, start it in a terminal.',
    },
    not_paired: {
      title: 'The companion does not know this browser any more',
      sentence:
        'Its pairing was revoked, or the companion’s data was reset. Pairing again changes no account and no password.',
    },
    wrong_version: {
      title: 'Extension and companion are of different versions',
      sentence: 'They no longer understand each other. Update the older one.',
    },
    stranger: {
      title: 'Something else answers in the companion’s place',
      sentence:
        'It could not prove to be the companion that this browser is paired with, so nothing was sent to it. Another program may use the port, or the companion’s data directory is a new one: then pair again.',
    },
    busy: {
      title: 'The companion has too much to do',
      sentence: 'This page tries again by itself in a moment.',
    },
    not_allowed: {
      title: 'The browser does not let Mailprobe reach the companion',
      sentence:
        'The companion listens on 127.0.0.1, an address of this computer alone. Mailprobe needs your permission for it.',
    },
  } satisfies Record<TroubleKind, FaultWords>,
  away: {
    unpaired: {
      title: 'This browser is not paired',
      sentence: 'Accounts and log are with the companion on this computer. Pairing takes one code.',
    },
    link: 'Open the Companion page',
  },
  allow: 'Allow access',
  otherPort: 'Does it run on another port, or was it set up anew?',
  update: {
    extension: {
      title: 'The extension is older than the companion',
      sentence: 'Build it anew, and press Reload beside Mailprobe on the browser’s page of extensions.',
      command: 'npm start',
    },
    companion: {
      title: 'The companion is older than the extension',
      sentence: 'In the folder of Mailprobe, fetch the newest version and start it again.',
      command: 'git pull && npm start',
    },
  } satisfies Record<string, FaultWords>,

  about: {
    title: 'Connection',
    connected: 'Connected',
    address: 'Address',
    version: 'Version',
    versions: (companion: string, extension: string) =>
      companion === extension ? companion : `${companion} (extension ${extension})`,
    directory: 'Data directory',
    person: 'Runs as',
    command: 'Start command',
    copy: 'Copy',
    diskFull: {
      title: 'The disk is full',
      sentence:
        'The companion cannot store results or changes. Free some space on the disk of its data directory.',
    },
  },

  secrets: {
    title: 'Passwords',
    places: {
      keychain: 'Keychain of the system',
      vault: 'Encrypted file with a passphrase',
      'vault-keyfile': 'Encrypted file with a key file',
    } satisfies Record<SecretBackend, string>,
    describe: {
      keychain: 'The system keeps each password and protects it with your login.',
      vault:
        'You type the passphrase after every start of the companion. Without it nobody can read the file.',
      'vault-keyfile':
        'The key lies beside the file: it keeps other users out, but not whoever copies the whole directory.',
    } satisfies Record<SecretBackend, string>,
    states: {
      ready: 'Ready',
      waiting: 'Not asked yet',
      locked: 'Locked',
      dismissed: 'Unlocking was dismissed',
      timeout: 'Does not answer',
      crashed: 'Failed',
      unavailable: 'Not available',
    } satisfies Record<SecretPlace['state'], string>,
    check: 'Check',
    checking: 'Checking… the system may ask you to unlock it.',
    move: 'Move…',
    unlock: 'Unlock',
    passphrase: 'Passphrase',
    repeat: 'Repeat the passphrase',
    moveTitle: 'Move all passwords',
    moveSentence:
      'Each password is copied, read back from the new place, and then deleted from the old one. Nothing is lost if it fails on the way.',
    moveTo: 'New place',
    moveSubmit: 'Move passwords',
    moving: 'Moving…',
    moved: (count: number) => (count === 1 ? '1 password was moved.' : `${count} passwords were moved.`),
    missing: 'A passphrase is needed.',
    different: 'The two are not the same.',
    forgotten: 'There is no way to recover a forgotten passphrase.',
    cancel: 'Cancel',
  },

  browsers: {
    title: 'Paired browsers',
    name: 'Browser',
    origin: 'Origin',
    paired: 'Paired',
    used: 'Last used',
    you: 'This browser',
    older: 'Older pairing of the same name',
    none: 'No browser is paired.',
    add: 'To pair another browser, run this and type the code there:',
    revoke: 'Revoke',
    revokeLabel: (name: string) => `Revoke ${name}`,
    ask: (name: string) => `Revoke ${name}?`,
    askOther: 'It loses its way to the companion at once. Accounts and passwords stay.',
    askOwn:
      'This page loses its way to the companion at once, until you pair it again. Accounts and passwords stay.',
    cancel: 'Cancel',
  },
};
