import { describe, expect, it } from 'vitest';
import { CredentialReader, render } from '../../daemon/probe/redaction/command-spans.ts';
import type { AccountType } from '../../shared/account.ts';

/** `C: line` or `S: line`, and what the transcript shows of it. */
type Step = [line: string, shown: string];

const sessions: [behaviour: string, type: AccountType, steps: Step[]][] = [
  [
    'names the initial response of AUTH PLAIN and shows commands after the login',
    'smtp',
    [
      ['C: EHLO client.example', 'EHLO client.example'],
      ['S: 250-mail.example', '250-mail.example'],
      ['S: 250 AUTH PLAIN LOGIN', '250 AUTH PLAIN LOGIN'],
      ['C: AUTH PLAIN AGpvaG4AaHVudGVyMmh1bnRlcjJodW50ZXIy', 'AUTH PLAIN [initial response, 33–64]'],
      ['S: 235 2.7.0 Accepted', '235 2.7.0 Accepted'],
      ['C: MAIL FROM:<john@example.com>', 'MAIL FROM:<john@example.com>'],
    ],
  ],
  [
    'hides both answers and both challenges of AUTH LOGIN, also answers that look like commands',
    'smtp',
    [
      ['C: auth login', 'auth login'],
      ['S: 334 VXNlcm5hbWU6', '334 [challenge, 9–16]'],
      ['C: QUIT', '[SASL response, 1–8]'],
      ['S: 334 UGFzc3dvcmQ6', '334 [challenge, 9–16]'],
      ['C: MAIL FROM:<x@y>', '[SASL response, 9–16]'],
      ['S: 535-5.7.8 Bad', '535-5.7.8 Bad'],
      ['C: RSET', '[SASL response, 1–8]'],
      ['S: 535 5.7.8 credentials', '535 5.7.8 credentials'],
      ['C: QUIT', 'QUIT'],
    ],
  ],
  [
    'hides an answer when a final reply comes with the challenge in one write',
    'smtp',
    [
      ['C: AUTH LOGIN', 'AUTH LOGIN'],
      ['S: 334 UGFzc3dvcmQ6', '334 [challenge, 9–16]'],
      ['S: 535 no', '535 no'],
      ['C: QUIT', '[SASL response, 1–8]'],
      ['C: aHVudGVyMg==', '[unknown line, 9–16]'],
    ],
  ],
  [
    'does not end an exchange by the reply to an earlier command',
    'smtp',
    [
      ['C: RSET', 'RSET'],
      ['C: AUTH CRAM-MD5', 'AUTH CRAM-MD5'],
      ['S: 250 flushed', '250 flushed'],
      ['C: NOOP', '[SASL response, 1–8]'],
    ],
  ],
  [
    'shows no mechanism it does not know',
    'smtp',
    [['C: AUTH hunter2 secretsecret', 'AUTH [mechanism, 1–8] [initial response, 9–16]']],
  ],
  [
    'says empty of an empty answer',
    'smtp',
    [
      ['C: AUTH LOGIN', 'AUTH LOGIN'],
      ['S: 334 ', '334 '],
      ['C: ', '[SASL response, empty]'],
    ],
  ],
  [
    'names quoted arguments of LOGIN, with escapes',
    'imap',
    [
      ['C: A1 LOGIN "jo\\"hn \\\\" "se\\"cr et\\\\"', 'A1 LOGIN [user name, 9–16] [password, 9–16]'],
      ['S: A1 OK in', 'A1 OK in'],
      ['C: A2 EXAMINE INBOX', 'A2 EXAMINE INBOX'],
    ],
  ],
  [
    'follows synchronising literals over several lines',
    'imap',
    [
      ['C: a LOGIN {7}', 'a LOGIN [literal, 1–8]'],
      ['S: + go', '+ [challenge, 1–8]'],
      ['C: jöhn {1} {10}', '[user name, 1–8][unknown line, 1–8]'],
      ['C: a LOGOUT', '[SASL response, 1–8]'],
      ['S: a BAD no', 'a BAD no'],
      ['C: b LOGOUT', 'b LOGOUT'],
    ],
  ],
  [
    'follows non-synchronising literals, whose content may look like a command or a literal',
    'imap',
    [
      ['C: a LOGIN {8+}', 'a LOGIN [literal, 1–8]'],
      ['C: b LOGOUT {12+}', '[user name, 1–8] [literal, 9–16]'],
      ['C: c NOOP {400}', '[password, 9–16]'],
      ['C: d CAPABILITY', 'd CAPABILITY'],
    ],
  ],
  [
    'takes a quoted user name and a literal password',
    'imap',
    [
      ['C: a LOGIN "john" {5}', 'a LOGIN [user name, 1–8] [literal, 1–8]'],
      ['S: + ', '+ '],
      ['C: {5} x', '[password, 1–8]'],
    ],
  ],
  [
    'hides everything up to the tagged reply of AUTHENTICATE',
    'imap',
    [
      ['C: a1 AUTHENTICATE PLAIN', 'a1 AUTHENTICATE PLAIN'],
      ['S: + ', '+ '],
      ['C: AGpvaG4AaHVudGVyMg==', '[SASL response, 17–32]'],
      ['S: * OK still', '* OK still'],
      ['C: a2 LOGOUT', '[SASL response, 9–16]'],
      ['S: a1 NO [AUTHENTICATIONFAILED] wrong', 'a1 NO [AUTHENTICATIONFAILED] wrong'],
      ['C: a2 LOGOUT', 'a2 LOGOUT'],
    ],
  ],
  [
    'hides an answer when the tagged reply comes with the challenge in one write',
    'imap',
    [
      ['C: a1 AUTHENTICATE LOGIN', 'a1 AUTHENTICATE LOGIN'],
      ['S: + UGFzc3dvcmQ6', '+ [challenge, 9–16]'],
      ['S: a1 NO no', 'a1 NO no'],
      ['C: a2 LOGOUT', '[SASL response, 9–16]'],
      ['C: a2 LOGOUT', 'a2 LOGOUT'],
    ],
  ],
  [
    'counts a literal in bytes',
    'imap',
    [
      ['C: a LOGIN {10+}', 'a LOGIN [literal, 9–16]'],
      ['C: жжжжж {6+}', '[user name, 1–8] [literal, 1–8]'],
      ['C: жжж', '[password, 1–8]'],
      ['C: b NOOP', 'b NOOP'],
    ],
  ],
  [
    'hides a malformed LOGIN and what follows it',
    'imap',
    [
      ['C: a LOGIN "john pass', 'a LOGIN [user name, 9–16]'],
      ['C: b NOOP', '[SASL response, 1–8]'],
      ['S: a BAD syntax', 'a BAD syntax'],
      ['C: b NOOP', 'b NOOP'],
      ['C: hunter2', '[unknown line, 1–8]'],
    ],
  ],
  [
    'hides pipelined USER and PASS with blanks at either end',
    'pop3',
    [
      ['C: USER john', 'USER [user name, 1–8]'],
      ['C: PASS  correct horse ', 'PASS [password, 9–16]'],
      ['S: +OK', '+OK'],
      ['S: -ERR [AUTH] no', '-ERR [AUTH] no'],
      ['C: STAT', 'STAT'],
      ['C: pass QUIT', 'pass [password, 1–8]'],
    ],
  ],
  [
    'hides APOP and AUTH',
    'pop3',
    [
      ['C: APOP john c4c9334bac560ecc979e58001b3e22fb', 'APOP [user name, 1–8] [digest, 17–32]'],
      ['S: -ERR no', '-ERR no'],
      ['C: AUTH PLAIN', 'AUTH PLAIN'],
      ['S: + ', '+ '],
      ['C: STAT', '[SASL response, 1–8]'],
      ['S: +OK in', '+OK in'],
      ['C: UIDL', 'UIDL'],
      ['C: hunter2', '[unknown line, 1–8]'],
    ],
  ],
];

describe('the credential reader', () => {
  it.each(sessions)('%s (%s)', (_, type, steps) => {
    const reader = new CredentialReader(type);
    const shown = steps.map(([line]) => {
      const text = line.slice(3);
      return render(line.startsWith('C') ? reader.client(text) : reader.server(text));
    });
    expect(shown).toEqual(steps.map(([, expected]) => expected));
  });
});
