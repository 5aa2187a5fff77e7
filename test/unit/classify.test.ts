import { describe, expect, test } from 'vitest';
import { classify, type Trouble } from '../../daemon/probe/classify.ts';
import { type AccountType, accountTypes } from '../../shared/account.ts';
import { FailureKind } from '../../shared/failure.ts';
import { Stage } from '../../shared/stage.ts';
import { hostOf, knownRefusals, otherWordings, type Refusal } from '../replay/refusals.ts';

describe('known wordings', () => {
  test('the words alone give the class of at least 95 % of the table', () => {
    const { walked, missed } = walk(knownRefusals, () => '127.0.0.1');
    expect(missed.length / walked, missed.join('\n')).toBeLessThanOrEqual(0.05);
  });

  test('with the provider’s host name every row gives its class', () => {
    expect(walk(knownRefusals, hostOf).missed).toEqual([]);
  });

  test('the words alone give the class of at least 95 % of other wordings of the same servers', () => {
    const { walked, missed } = walk(otherWordings, () => '127.0.0.1');
    expect(missed.length / walked, missed.join('\n')).toBeLessThanOrEqual(0.05);
  });

  test('a message of a client library gives its class as an error too', () => {
    const clients = knownRefusals.filter(
      ({ protocol, provider }) => protocol === 'any' || provider === 'nodemailer',
    );
    expect(clients.length).toBeGreaterThan(20);
    expect(
      walk(
        clients,
        () => '127.0.0.1',
        (raw) => ({ error: new Error(raw) }),
      ).missed,
    ).toEqual([]);
  });

  test('every row has a class of the union', () => {
    for (const row of [...knownRefusals, ...otherWordings])
      expect(FailureKind.safeParse(row.class).success, row.class).toBe(true);
  });
});

describe('what the server said', () => {
  const login = { stage: 'login', security: 'ssl', host: '127.0.0.1' } as const;

  test('the last and most special code of a Microsoft line is the cause', () => {
    const reply = '535 5.7.57 Client not authenticated. Error: 535 5.7.139 Something new';
    expect(classify({ ...login, type: 'smtp', reply }).kind).toBe('auth_policy_blocked');
  });

  test('an untagged web alert outranks the tagged refusal', () => {
    const reply =
      '* NO [WEBALERT https://accounts.example/continue] Web login required.\nA2 NO [AUTHENTICATIONFAILED] Invalid credentials (Failure)';
    expect(classify({ ...login, type: 'imap', reply }).kind).toBe('auth_web_login_required');
  });

  test('what the server agreed to before is no part of the refusal', () => {
    const reply =
      '250-mx.example.com too many connections\n250 AUTH PLAIN\n334 VXNlcm5hbWU6\n535 5.7.8 Authentication failed';
    expect(classify({ ...login, type: 'smtp', reply }).kind).toBe('auth_bad_credentials');
    const capability = '* CAPABILITY IMAP4rev1 LOGINDISABLED STARTTLS\nA1 OK done\nA2 NO Login failed.';
    expect(classify({ ...login, type: 'imap', reply: capability }).kind).toBe('auth_bad_credentials');
  });

  test('a reply outranks the code a library stamps on it', () => {
    const error = Object.assign(new Error('Invalid login: 421 4.3.2 Service shutting down'), {
      code: 'EAUTH',
      responseCode: 421,
      response: '421 4.3.2 Service shutting down',
    });
    expect(classify({ ...login, type: 'smtp', error })).toMatchObject({
      kind: 'server_temporary',
      retry: true,
    });
  });

  test('words kept by imapflow and node-pop3 count as the reply', () => {
    const imapflow = Object.assign(new Error('Command failed'), {
      responseStatus: 'NO',
      responseText: 'Too many simultaneous connections. (Failure)',
      serverResponseCode: 'ALERT',
    });
    expect(classify({ ...login, type: 'imap', error: imapflow }).kind).toBe('connection_limit');
    const pop3 = Object.assign(new Error('[AUTH] Authentication failed.'), {
      eventName: 'error',
      command: 'PASS ***',
    });
    expect(classify({ ...login, type: 'pop3', error: pop3 }).kind).toBe('auth_bad_credentials');
  });

  test('4yz means try again, whatever else is said', () => {
    expect(
      classify({ ...login, type: 'smtp', reply: '435 4.7.8 Error: authentication failed:' }),
    ).toMatchObject({ kind: 'auth_temporary', retry: true });
    expect(classify({ ...login, type: 'smtp', reply: '499 Gnorf' }).retry).toBe(true);
  });

  test.each<[AccountType, Stage, string, FailureKind]>([
    ['smtp', 'login', '535 Gnorf', 'auth_bad_credentials'],
    ['smtp', 'login', '502 Gnorf', 'auth_mechanism_unsupported'],
    ['smtp', 'greeting', '554 Gnorf', 'server_error'],
    ['smtp', 'greeting', '554 5.7.1 203.0.113.9 is listed at rbl.example', 'client_host_rejected'],
    ['smtp', 'sender', '550 Gnorf', 'sender_rejected'],
    ['smtp', 'starttls', '500 Gnorf', 'starttls_unavailable'],
    ['imap', 'login', 'a NO Gnorf', 'auth_bad_credentials'],
    ['imap', 'login', 'a BAD Gnorf', 'protocol_error'],
    ['imap', 'greeting', '* BYE Gnorf', 'connection_closed'],
    ['imap', 'mailbox', 'a NO Gnorf', 'auth_mailbox_unavailable'],
    ['pop3', 'login', '-ERR Gnorf', 'auth_bad_credentials'],
    ['pop3', 'starttls', '-ERR Gnorf', 'starttls_unavailable'],
    ['pop3', 'mailbox', '-ERR Gnorf', 'server_error'],
  ])('an unknown reply is judged by its stage: %s %s %s', (type, stage, reply, kind) => {
    expect(classify({ type, stage, reply, security: 'tls', host: 'mail.example.com' }).kind).toBe(kind);
  });

  test('the provider’s host name or greeting sharpens a general refusal', () => {
    const refused = { ...login, type: 'smtp', reply: '535 5.7.8 Error: authentication failed:' } as const;
    expect(classify({ ...refused, host: 'smtp.mail.me.com' }).kind).toBe('auth_app_password_likely');
    expect(classify({ ...refused, host: 'notme.com' }).kind).toBe('auth_bad_credentials');
    expect(
      classify({ ...refused, greeting: '220 gmx.net (mrgmx105) Nemesis ESMTP Service ready' }).kind,
    ).toBe('auth_ambiguous');
    const shared = { ...login, type: 'imap', reply: 'A1 NO LOGIN failed' } as const;
    expect(classify(shared).kind).toBe('auth_ambiguous');
    expect(
      classify({ ...shared, greeting: '* OK mail.example.com Zimbra IMAP4rev1 server ready' }).kind,
    ).toBe('auth_bad_credentials');
  });
});

type Cure = (raw: string) => Partial<Trouble>;

function walk(table: Refusal[], host: (row: Refusal) => string, cure: Cure = (raw) => ({ reply: raw })) {
  const missed: string[] = [];
  let walked = 0;
  for (const row of table) {
    const stage = row.stage === 'any' ? (row.protocol === 'smtp' ? 'sender' : 'login') : row.stage;
    const parsed = Stage.safeParse(stage);
    if (!parsed.success) continue;
    for (const type of row.protocol === 'any' ? accountTypes : [row.protocol]) {
      walked += 1;
      const { kind, retry } = classify({
        type,
        stage: parsed.data,
        security: 'ssl',
        host: host(row),
        ...cure(row.raw),
      });
      if (kind !== row.class || retry !== row.retry)
        missed.push(`${row.provider} ${type} ${stage}: ${row.raw} → ${kind} (retry ${retry})`);
    }
  }
  return { walked, missed };
}
