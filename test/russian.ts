/** Latin words that stand in a Russian sentence with right: names, protocols, commands, menus that have no Russian name. */
const latin = new RegExp(
  [
    // Between typographic double quotes stands what a program or a page says in English.
    '“[^”]*”',
    // Addresses, paths, commands, codes, names in several parts.
    String.raw`[\w-]*(?:[@./:_\d-]|\$)[\w./@:$-]*`,
    // Names of menus in a path.
    String.raw`(?<=→ )[A-Z][\w/& ]*`,
    String.raw`\b[A-Z][\w/& ]*(?= →)`,
    // Abbreviations, also with a small s or in CamelCase.
    String.raw`\b[A-Z]{2,}\w*\b`,
  ].join('|'),
  'gu',
);

const names = new Set(
  `Mailprobe Gmail Google Workspace Microsoft Apple Yahoo Fastmail iCloud Proton Bridge Telekom Amazon Dovecot Mail Send auth saslauthd
  OAuth Username Password Generate app password apikey true false npm start make npx mailprobe sudo apt install clients revoke secrets move GNOME
  Keyring KWallet Debian Ubuntu Passwords and Keys Node keytar libsecret login From To base Ada imappro smtppro or Debug Info Warning Error Auth Email Logger Incoming Outgoing System today`.split(
    /\s+/,
  ),
);

/** The Latin words of a Russian text that nobody has allowed: what was left untranslated. */
export function untranslated(text: string): string[] {
  const rest = text.replaceAll(latin, ' ');
  return (rest.match(/[A-Za-z]{2,}/g) ?? []).filter((word) => !names.has(word));
}

export const cyrillic = /[а-яё]/i;
