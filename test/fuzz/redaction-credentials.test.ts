import fc from 'fast-check';
import { expect, it } from 'vitest';
import { CredentialReader, render } from '../../daemon/probe/redaction/command-spans.ts';
import type { AccountType } from '../../shared/account.ts';

const word = fc.oneof(
  fc.constantFrom(
    'QUIT',
    'LOGIN',
    'A1 LOGOUT',
    'a2 NOOP',
    '{5}',
    '{5+}',
    '"',
    '\\',
    '" "',
    'PASS x',
    '*',
    '+',
    '334 ',
    'AUTH PLAIN',
  ),
  fc.constantFrom('ends with a blank ', ' {12} ', 'пароль', '😀😁', 'ß"\\{3}', '\\"', 'DONE', 'RSET', 'STAT'),
  fc.string({ minLength: 1, maxLength: 70, unit: 'grapheme' }),
);
const credential = fc
  .array(word, { minLength: 1, maxLength: 4 })
  .map((words) => words.join('').replace(/[\r\n\0]/g, ''))
  .filter((text) => text !== '');

type Dialogue = [from: 'C' | 'S', line: string][];

const base64 = (text: string) => Buffer.from(text, 'utf8').toString('base64');
const quoted = (text: string) => `"${text.replace(/["\\]/g, '\\$&')}"`;
const bytes = (text: string) => Buffer.byteLength(text, 'utf8');

const dialogues: [AccountType, (user: string, password: string) => Dialogue][] = [
  [
    'smtp',
    (user, password) => [
      ['C', `AUTH PLAIN ${base64(`\0${user}\0${password}`)}`],
      ['S', '535 no'],
      ['C', 'QUIT'],
    ],
  ],
  [
    'smtp',
    (user, password) => [
      ['C', 'AUTH LOGIN'],
      ['S', '334 VXNlcm5hbWU6'],
      ['C', base64(user)],
      ['S', '334 UGFzc3dvcmQ6'],
      ['C', base64(password)],
      ['S', '535-no'],
      ['S', '535 no'],
      ['C', 'QUIT'],
    ],
  ],
  [
    'smtp',
    (user, password) => [
      ['C', 'AUTH LOGIN'],
      ['S', '334 '],
      ['C', user],
      ['S', '334 '],
      ['C', password],
      ['S', '235 in'],
      ['C', 'QUIT'],
    ],
  ],
  [
    'imap',
    (user, password) => [
      ['C', `A1 LOGIN ${quoted(user)} ${quoted(password)}`],
      ['S', 'A1 NO x'],
      ['C', 'A2 LOGOUT'],
    ],
  ],
  [
    'imap',
    (user, password) => [
      ['C', `A1 LOGIN {${bytes(user)}+}`],
      ['C', `${user} {${bytes(password)}+}`],
      ['C', password],
      ['S', 'A1 NO x'],
      ['C', 'A2 LOGOUT'],
    ],
  ],
  [
    'imap',
    (user, password) => [
      ['C', `A1 LOGIN ${quoted(user)} {${bytes(password)}}`],
      ['S', '+ go'],
      ['C', password],
      ['S', 'A1 NO x'],
      ['C', 'A2 LOGOUT'],
    ],
  ],
  [
    'imap',
    (user, password) => [
      ['C', 'A1 AUTHENTICATE PLAIN'],
      ['S', '+ '],
      ['C', base64(`\0${user}\0${password}`)],
      ['S', 'A1 NO x'],
      ['C', 'A2 LOGOUT'],
    ],
  ],
  [
    'pop3',
    (user, password) => [
      ['C', `USER ${user}`],
      ['C', `PASS ${password}`],
      ['S', '+OK'],
      ['S', '-ERR'],
      ['C', 'QUIT'],
    ],
  ],
];

const lastCommand = { smtp: 'QUIT', imap: 'A2 LOGOUT', pop3: 'QUIT' };

it('writes a session that depends on the length classes of the credentials alone', () => {
  fc.assert(
    fc.property(credential, credential, fc.constantFrom(...dialogues), (user, password, [type, dialogue]) => {
      const shown = transcript(type, dialogue(user, password));
      // With other credentials of the same shape not one character may differ: nothing of them is shown.
      const neutral = dialogue(neutralOf(user), neutralOf(password));
      expect(shown).toEqual(transcript(type, neutral));
      expect(shown.at(-1)).toBe(lastCommand[type]);
    }),
    { numRuns: 5_000 },
  );
});

it('shows nothing of a session that is cut or out of order', () => {
  const line = fc.record({ from: fc.constantFrom('C', 'S'), drop: fc.boolean() });
  fc.assert(
    fc.property(
      credential,
      credential,
      fc.constantFrom(...dialogues),
      fc.array(line),
      (user, password, [type, dialogue], cuts) => {
        const cutShort = (lines: Dialogue) => lines.filter(([from], at) => !(from === 'S' && cuts[at]?.drop));
        const shown = transcript(type, cutShort(dialogue(user, password)));
        expect(shown.slice(0, -1)).toEqual(
          transcript(type, cutShort(dialogue(neutralOf(user), neutralOf(password)))).slice(0, -1),
        );
      },
    ),
    { numRuns: 5_000 },
  );
});

/** Letters in the place of every character: the same length in units and bytes, the same escapes when quoted. */
function neutralOf(text: string): string {
  return Array.from(text)
    .map((character) =>
      character === '"' || character === '\\' ? '"' : ('zßࠀ😶'.match(/./gu)?.[bytes(character) - 1] ?? ''),
    )
    .join('');
}

function transcript(type: AccountType, lines: Dialogue): string[] {
  const reader = new CredentialReader(type);
  return lines.map(([from, line]) => render(from === 'C' ? reader.client(line) : reader.server(line)));
}
