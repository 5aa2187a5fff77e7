import type { AccountType } from '../../../shared/account.ts';

/** A pasted text and the protocol whose reply stands in it. */
export interface Paste {
  /** Undefined when no reply of a server is seen in it. */
  type?: AccountType;
  /** The reply from its first sign on, in the shape of the wire; else the whole text. */
  words: string;
}

/**
 * Finds a server's reply in pasted text: log lines (`S: `, `<- `), error messages of programs (`Invalid login: 535 …`), what
 * Python prints (`(535, b'5.7.8 …')`).
 */
export function readPaste(text: string): Paste {
  const lines = text.slice(0, 8192).split(/\r?\n/).map(undress);
  for (const [type, sign] of signs) {
    const first = lines.findIndex((line) => sign.test(line));
    if (first < 0) continue;
    const rest = lines.slice(first).map((line) => line.slice(Math.max(line.search(sign), 0)).trimStart());
    return { type, words: rest.join('\n') };
  }
  return { words: lines.join('\n') };
}

/** Takes off what a program puts around a reply. */
function undress(line: string): string {
  return line
    .replace(/^\s{0,8}(?:\[[^\]\n]{0,40}\]\s?)?(?:S|SERVER|server|<-|<<<|<)\s?:?\s(?=\S)/, '')
    .replace(/\((\d{3}), b?['"]/, '$1 ')
    .replace(/\b([45]\d\d)[:,] /, '$1 ')
    .replace(/\\n(?:\d{3}[ -])?/g, ' ');
}

const signs: [AccountType, RegExp][] = [
  ['pop3', /-ERR\b/],
  [
    'imap',
    /(?:^|[\s:'"])(?:\* |[A-Za-z]{0,12}\d{1,8} )?(?:NO|BAD|BYE) (?=\[?[A-Za-z])|^\* Too many|^\* BYE\b|\[(?:AUTHENTICATIONFAILED|ALERT|UNAVAILABLE|PRIVACYREQUIRED)\]/,
  ],
  [
    'smtp',
    /(?<![\d.:])[45]\d\d(?:[ -][45]\.\d{1,3}\.\d{1,3}\b|[ -](?=[A-Za-z#<(]))|(?<![\d.])[45]\.\d{1,3}\.\d{1,3} (?=[A-Za-z])/,
  ],
];
