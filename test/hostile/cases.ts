import type { AccountType } from '../../shared/account.ts';
import { imapScript } from '../servers/scripts/imap.ts';
import { pop3Script } from '../servers/scripts/pop3.ts';
import type { Reply } from '../servers/scripts/responder.ts';
import { smtpScript } from '../servers/scripts/smtp.ts';
import { account, garbage, type HostileCase, http, megabyte, server } from './hostile-case.ts';
import { outOfTurn } from './out-of-turn.ts';
import {
  close,
  drip,
  flood,
  reset,
  type Script,
  send,
  silence,
  startTls,
  type Step,
} from '../servers/steps.ts';

const commands: Record<AccountType, string[]> = {
  smtp: ['EHLO', 'AUTH', 'MAIL', 'RSET', 'QUIT'],
  imap: ['LOGIN', 'AUTHENTICATE', 'EXAMINE', 'UID SEARCH', 'LOGOUT'],
  pop3: ['CAPA', 'USER', 'PASS', 'STAT', 'UIDL', 'QUIT'],
};
const upgrade: Record<AccountType, string> = { smtp: 'STARTTLS', imap: 'STARTTLS', pop3: 'STLS' };
const goAhead: Record<AccountType, string> = { smtp: '220 2.0.0 Go', imap: 'OK Go', pop3: '+OK Go' };
const refusal: Record<AccountType, string> = {
  smtp: '454 4.7.0 TLS not available due to local problem',
  imap: 'NO TLS is broken today',
  pop3: '-ERR TLS is broken today',
};
const unknown: Record<AccountType, string> = {
  smtp: '500 5.5.2 Unknown command',
  imap: 'BAD Unknown command',
  pop3: '-ERR Unknown command',
};

/** Everything the issue names, for one protocol. */
export function hostileCases(type: AccountType): HostileCase[] {
  return [
    ...insteadOfTls(),
    ...outOfTurn(type),
    ...atTheDoor(type),
    ...atEachCommand(type),
    ...atTheUpgrade(type),
    ...withoutLogin(type),
    ...bombs(type),
  ];
}

/** In place of a TLS handshake. */
function insteadOfTls(): HostileCase[] {
  const steps: [string, Step[]][] = [
    ['silence', [silence()]],
    ['garbage', [send(garbage), silence()]],
    ['HTTP', [send(http), close()]],
    ['an endless line', [flood('a'.repeat(64 * 1024), 64 * megabyte)]],
    ['close', [close()]],
    ['RST', [reset()]],
  ];
  return steps.map(([name, script]) => ({ name: `${name} instead of TLS`, security: 'ssl', script }));
}

function atTheDoor(type: AccountType): HostileCase[] {
  const greetings: Record<AccountType, string[]> = {
    smtp: ['421 4.3.2 Closing, too busy', '554 5.7.1 Go away'],
    imap: ['* BYE Too busy right now'],
    pop3: ['-ERR [SYS/TEMP] Too busy right now'],
  };
  const prefix: Record<AccountType, string> = {
    smtp: '220-more to come',
    imap: '* OK hello',
    pop3: '+OK hello',
  };
  const doors: [string, Step[], string?][] = [
    ['silence', [silence()]],
    ['garbage', [send(garbage), silence()]],
    ['HTTP', [send(http), close()], 'HTTP/1.1 400'],
    ['an endless line', [flood('a'.repeat(64 * 1024), 64 * megabyte)]],
    ['endless lines of a greeting', [flood(`${prefix[type]}\r\n`.repeat(1000), 64 * megabyte)]],
    ['a greeting of long lines', [send(`${`554-${'x'.repeat(2_000)}\r\n`.repeat(400)}554 no`), close()]],
    ['a slow drip', [drip('220-* +OK drop by drop by drop by drop', 100)]],
    ['close at once', [close()]],
    ['RST at once', [reset()]],
    ['half a line, then close', [send(Buffer.from('220 half a li')), close()]],
    ...(greetings[type] ?? []).map((text): [string, Step[], string] => [
      `the greeting ${text}`,
      [send(text), close()],
      text,
    ]),
  ];
  return (['plain', 'tls', 'ssl'] as const).flatMap((security) =>
    doors.map(([name, steps, says]) => ({
      name,
      security,
      script: security === 'ssl' ? [startTls(), ...steps] : steps,
      ...(says === undefined ? {} : { says }),
    })),
  );
}

function atEachCommand(type: AccountType): HostileCase[] {
  const troubles: [string, Reply | Reply[]][] = [
    ['close', close()],
    ['RST', reset()],
    ['silence', silence()],
    ['garbage', [send(garbage), silence()]],
    ['an endless line', flood('a'.repeat(64 * 1024), 64 * megabyte)],
    ['endless lines', flood('* OK and on\r\n'.repeat(1000), 64 * megabyte)],
  ];
  return commands[type].flatMap((command) =>
    troubles.map(([name, reply]) => ({
      name: `${name} at ${command}`,
      security: 'ssl' as const,
      // PLAIN is taken for a password that is not ASCII; without it LOGIN is tested.
      script: command === 'LOGIN' ? withoutPlain(reply) : server(type, 'ssl', { [command]: reply }),
    })),
  );
}

function withoutPlain(reply: Reply | readonly Reply[]): Script {
  return imapScript({ ...account, security: 'ssl', capabilities: ['IMAP4rev1'], on: { LOGIN: reply } });
}

function atTheUpgrade(type: AccountType): HostileCase[] {
  const command = upgrade[type];
  const injected: Record<AccountType, string> = {
    smtp: '250 injected',
    imap: '* CAPABILITY IMAP4rev1 injected',
    pop3: '+OK injected',
  };
  const go = goAhead[type];
  // In one write with the go-ahead, and in the next.
  const together =
    type === 'imap'
      ? send((peer) => `${peer.tag} ${go}\r\n${injected.imap}`)
      : send(`${go}\r\n${injected[type]}`);
  const split = [go, send(injected[type])];
  const cases: [string, Reply | Reply[], string?][] = [
    ['is missing', unknown[type], 'starttls_unavailable'],
    ['is refused', refusal[type], 'starttls_unavailable'],
    ['is injected in the same segment', [together, startTls()], 'starttls_injection'],
    ['is injected in a segment of its own', [...split, startTls()], 'starttls_injection'],
    ['is injected in place of the handshake', [...split, silence()], 'starttls_injection'],
    ['is closed at', close()],
    ['is reset at', reset()],
    ['is answered and then closed', [go, close()]],
    ['is answered and then silent', [go, silence()]],
    ['meets silence', silence()],
  ];
  const offerless: Record<AccountType, Script> = {
    smtp: smtpScript({ ...account, security: 'tls', capabilities: ['PIPELINING', 'AUTH PLAIN'] }),
    imap: imapScript({ ...account, security: 'tls', capabilities: ['IMAP4rev1', 'AUTH=PLAIN'] }),
    pop3: pop3Script({ ...account, security: 'tls', capabilities: ['USER', 'UIDL'] }),
  };
  const preauth: HostileCase[] =
    type === 'imap'
      ? (['tls', 'ssl', 'plain'] as const).map((security) => ({
          name: 'PREAUTH',
          security,
          script: server('imap', security, { GREETING: '* PREAUTH welcome back' }),
          kind: 'unexpected_preauth',
          says: 'PREAUTH',
        }))
      : [];
  return [
    ...cases.map(([name, reply, kind]) => ({
      name: `${command} ${name}`,
      security: 'tls' as const,
      script: server(type, 'tls', { [command]: reply }),
      ...(kind === undefined ? {} : { kind }),
    })),
    {
      name: `${command} is not offered`,
      security: 'tls',
      script: offerless[type],
      kind: 'starttls_unavailable',
    },
    ...preauth,
  ];
}

function withoutLogin(type: AccountType): HostileCase[] {
  const offers: Record<AccountType, [string, string[], string][]> = {
    smtp: [
      ['no AUTH', ['PIPELINING'], 'auth_mechanism_unsupported'],
      ['only XOAUTH2 and SCRAM', ['AUTH XOAUTH2 SCRAM-SHA-256'], 'auth_mechanism_unsupported'],
    ],
    imap: [
      ['LOGINDISABLED alone', ['IMAP4rev1', 'LOGINDISABLED'], 'auth_mechanism_unsupported'],
      ['only XOAUTH2', ['IMAP4rev1', 'LOGINDISABLED', 'AUTH=XOAUTH2'], 'auth_mechanism_unsupported'],
    ],
    pop3: [['only XOAUTH2', ['UIDL', 'SASL XOAUTH2'], 'auth_mechanism_unsupported']],
  };
  return offers[type].map(([name, capabilities, kind]) => ({
    name: `offers ${name}`,
    security: 'ssl' as const,
    script: { smtp: smtpScript, imap: imapScript, pop3: pop3Script }[type]({
      ...account,
      security: 'ssl',
      capabilities,
    }),
    kind,
  }));
}

function bombs(type: AccountType): HostileCase[] {
  const bomb = (name: string, on: Record<string, Reply | Reply[]>): HostileCase => {
    return { name, security: 'ssl', script: server(type, 'ssl', on) };
  };
  const tooLarge = { kind: 'response_too_large' };
  const literal = flood('x'.repeat(64 * 1024), 943_718_400);
  const announced = [send('* LIST () "/" {943718400}'), literal];
  const cases: Record<AccountType, HostileCase[]> = {
    smtp: [{ ...bomb('an endless EHLO', { EHLO: flood('250-AND MORE\r\n'.repeat(4_000)) }), ...tooLarge }],
    imap: [
      {
        ...bomb('a 900 MB literal in the greeting', { GREETING: [send('* OK {943718400}'), literal] }),
        ...tooLarge,
      },
      { ...bomb('a 900 MB literal at AUTHENTICATE', { AUTHENTICATE: announced }), ...tooLarge },
      { ...bomb('a 900 MB literal at EXAMINE', { EXAMINE: announced }), ...tooLarge },
      // 64 MiB are allowed: whether that or the deadline comes first is the machine's affair.
      bomb('an endless list of ids', {
        'UID SEARCH': [send(Buffer.from('* SEARCH')), flood(' 42'.repeat(20_000))],
      }),
      {
        ...bomb('an id without end', {
          'UID SEARCH': [send(Buffer.from('* SEARCH ')), flood('1'.repeat(65_536))],
        }),
        kind: 'protocol_error',
      },
    ],
    pop3: [bomb('an endless list of ids', { UIDL: ['+OK', flood('1 abcdefghijkl\r\n'.repeat(4_000))] })],
  };
  return cases[type];
}
