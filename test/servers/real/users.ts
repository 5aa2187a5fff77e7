/** Someone with an account on all real servers. */
export interface MailUser {
  username: string;
  password: string;
  /** UIDs in INBOX, rising, with gaps: they are no message numbers. */
  uids: readonly number[];
  /** What each letter says; all say the same unless told otherwise. */
  letterOf?: (uid: number) => string;
}

/** UIDVALIDITY of every INBOX (RFC 9051 §2.3.1.1). */
export const uidValidity = 1_735_689_600;

/** Five messages. */
export const smallUser: MailUser = { username: 'small', password: 'pw-Small-1', uids: [3, 7, 8, 12, 40] };

/** Twenty thousand messages. */
export const bigUser: MailUser = {
  username: 'big',
  password: 'pw-Big-20k',
  uids: Array.from({ length: 20_000 }, (_, at) => 2 * at + 1),
};

/** Passwords that a quoting mistake breaks; their mailboxes are empty. */
export const oddUsers: readonly MailUser[] = Object.entries({
  quotes: 'double " quote" and \' single',
  braces: 's{3}{PLAIN}}',
  literal: '{5}',
  literalplus: 'abc {12+}',
  backslash: 'back\\slash\\',
  percent: '100%u %25 %s',
  spaces: 'two words  and more',
  'leading-space': ' in front',
  'trailing-space': 'at the end ',
  umlaut: 'grün-Straße',
  euro: '€uro 5€',
  cyrillic: 'пароль',
  emoji: 'key 🔑',
  paren: ')',
  star: '*',
  colon: 'a:b:c',
  list: '(a b) NIL [x] ~+&,-/=?#$`|<>;!@^_',
  'person@mail.test': 'a user name that is an address',
}).map(([username, password]) => ({ username, password, uids: [] }));

/** Everyone: iterate over these. */
export const users: readonly MailUser[] = [smallUser, bigUser, ...oddUsers];

/** The message ids a client must find, oldest first: UIDs in IMAP, Dovecot's UIDLs in POP3. */
export function messageIdsOf(user: MailUser, type: 'imap' | 'pop3'): string[] {
  return user.uids.map((uid) => (type === 'imap' ? String(uid) : hex(uid) + hex(uidValidity)));
}

function hex(number: number): string {
  return number.toString(16).padStart(8, '0');
}
