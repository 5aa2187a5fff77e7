import { expect, it } from 'vitest';
import { Scrubber } from '../../daemon/probe/redaction/scrubber.ts';
import { Secret } from '../../daemon/secret.ts';

const lineCount = 5_000;
const passwords = [
  'password123',
  'Sommer2026!',
  'imap-test-1',
  'hunter2',
  'Gr8Wall!',
  'pässwörd',
  'abc123',
  '12345678',
  'P@ss w0rd',
  'test',
];

/** The words of real servers; `#` becomes a number, `~` an id, `%` a host, `@` an address, `*` base64, `?` a date. */
const wordings = [
  '220 % ESMTP Postfix (Debian/GNU)',
  '220-% ESMTP Exim 4.9# #1 ?',
  '250-% Hello [10.#.#.#]',
  '250-SIZE #000000',
  '250-AUTH PLAIN LOGIN CRAM-MD5 XOAUTH2 OAUTHBEARER',
  '250-AUTH=PLAIN LOGIN',
  '250 SMTPUTF8',
  '235 2.7.0 Authentication successful',
  '535 5.7.8 Error: authentication failed: UGFzc3dvcmQ6',
  '535 5.7.8 Error: authentication failed: (reason unavailable), sasl_username=@',
  '535-5.7.8 Username and Password not accepted. For more information, go to',
  '535 5.7.8  https://support.google.com/mail/?p=BadCredentials ~ - gsmtp',
  '534-5.7.9 Application-specific password required. Learn more at ~',
  '535 5.7.139 Authentication unsuccessful, the request did not meet the criteria to be authenticated successfully. [%]',
  '535 5.7.3 Authentication unsuccessful [~.eurprd0#.prod.outlook.com ? ~]',
  '454 4.7.0 Temporary authentication failure: Connection lost to authentication server',
  '421 4.7.0 % Error: too many errors from #.#.#.#',
  '550 5.7.1 <@>: Sender address rejected: not owned by user @',
  '530 5.7.0 Must issue a STARTTLS command first',
  '554 5.7.1 Service unavailable; Client host [#.#.#.#] blocked using zen.spamhaus.org',
  '* OK [CAPABILITY IMAP4rev1 SASL-IR LOGIN-REFERRALS ID ENABLE IDLE LITERAL+ AUTH=PLAIN AUTH=LOGIN] Dovecot ready.',
  '* OK Gimap ready for requests from #.#.#.# ~',
  'A# NO [AUTHENTICATIONFAILED] Authentication failed.',
  'A# NO [AUTHENTICATIONFAILED] Invalid credentials (Failure)',
  'A# NO [ALERT] Application-specific password required: https://support.google.com/accounts/answer/# (Failure)',
  'A# BAD Error in IMAP command received by server. (# + 0.000 secs).',
  '* # EXISTS',
  '* OK [UIDVALIDITY #] UIDs valid',
  '* SEARCH # # # # # # # #',
  '* FLAGS (\\Answered \\Flagged \\Deleted \\Seen \\Draft)',
  '* LIST (\\HasNoChildren) "/" "Entw&APw-rfe"',
  '* ID ("name" "Dovecot" "version" "2.3.#")',
  '* BYE Disconnected for inactivity.',
  '+OK Dovecot (Debian) ready. <~.#@%>',
  '+OK POP3 ready ~',
  '-ERR [AUTH] Authentication failed.',
  '-ERR [SYS/TEMP] Temporary authentication failure. [%:? ]',
  '-ERR [IN-USE] mailbox locked, try again later',
  '+OK # messages (# octets)',
  '# ~',
  'sessionid=~, service=imap, cert=*',
  'Received: from % by % with ESMTPSA id ~; ?',
  'Subject: =?utf-8?Q?Gr=C3=BC=C3=9Fe_aus_Z=C3=BCrich?= and =?utf-8?B?*?=',
  'CN=%, O=Let&#39;s Encrypt, serial 0#:a#:4f:#:c1:9e',
  'https://%/login?user=@&redirect=%2Fmail%2Finbox%3Fid%3D#',
  'Bitte überprüfen Sie Ihren Benutzernamen und Ihr Passwort. (#)',
  '535 Неверный логин или пароль, ~',
  'imap test: 1 of # passed; SMTP test # failed on %',
];

it('leaves at least 99.5 % of 5,000 benign lines as they are', () => {
  const lines = Array.from({ length: lineCount }, (_, index) =>
    filled(wordings[index % wordings.length] ?? '', index),
  );
  for (const password of passwords) {
    const scrubber = new Scrubber([new Secret(password)]);
    // The word itself in the wording is a hit, not an excess.
    const benign = lines.filter((line) => !line.toLowerCase().includes(password.toLowerCase()));
    const changed = benign.filter((line) => scrubber.scrub(line) !== line);
    expect(
      changed.length / benign.length,
      `${password}: ${changed.slice(0, 5).join('\n')}`,
    ).toBeLessThanOrEqual(0.005);
  }
});

function filled(wording: string, seed: number): string {
  let state = seed * 2_654_435_761 + 1;
  const next = (below: number): number => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9) >>> 0;
    return state % below;
  };
  const letters = (count: number, alphabet: string): string =>
    Array.from({ length: count }, () => alphabet[next(alphabet.length)]).join('');
  const [small, digits] = ['abcdefghijklmnopqrstuvwxyz', '0123456789'];
  return wording.replace(/#|~|%(?![\dA-F]{2})|@|\*(?=[?]|$)|\?(?= |$|~|;)/g, (sign) => {
    if (sign === '#') return String(next(100_000));
    if (sign === '~') return letters(20, 'abcdef0123456789');
    if (sign === '%') return `mail${next(100)}.${letters(6, small)}.example`;
    if (sign === '@') return `${letters(7, small)}@${letters(6, small)}.example`;
    if (sign === '*') return letters(64, small + small.toUpperCase() + digits);
    return `Mon, ${1 + next(28)} Jun 2026 ${10 + next(14)}:${10 + next(50)}:00 +0200`;
  });
}
