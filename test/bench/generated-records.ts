import type { LogEntry } from '../../daemon/store/log-batch.ts';
import { systemUserId } from '../../shared/id.ts';
import type { LogLevel, LogSource } from '../../shared/log.ts';

const benchPerson = { id: '157425284611357796', username: 'ada' };

interface Line {
  source: LogSource;
  level: LogLevel;
  message: string;
}

/** Numbers from 0 to below 1, the same in every run (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** The id of the nth account of the generated log. Account 0 has a third of all records, 39 has few. */
export function benchAccount(nth: number): string {
  return (150_000_000_000_000_000n + BigInt(nth)).toString();
}

export function benchTest(nth: number): string {
  return (160_000_000_000_000_000n + BigInt(nth) * 6_000_000_000n).toString();
}

/**
 * Records as months of tests leave them: walks of three protocols, some with the whole session, failures with their
 * causes, letters, and what people do; oldest first, `everyMs` apart on average, the last one at `endMs`.
 */
export function* generatedRecords(
  count: number,
  { endMs, everyMs = 5_000, seed = 1 }: { endMs: number; everyMs?: number; seed?: number },
): Generator<LogEntry, void> {
  const random = seeded(seed);
  const pick = <T>(values: readonly T[]): T => values[Math.floor(random() * values.length)] as T;
  let made = 0;
  for (let test = 0; made < count; test += 1) {
    // A third of all is of one account; the rest falls off.
    const account = random() < 0.33 ? 0 : Math.floor(random() ** 2 * 40);
    const automatic = random() < 0.85;
    const system = random() < 0.04;
    const lines = system ? [systemLine(pick)] : testLines(account, random, pick);
    for (const line of lines) {
      if (made === count) return;
      yield {
        createdAt: new Date(endMs - (count - 1 - made) * everyMs).toISOString(),
        ...line,
        username: automatic ? 'system' : benchPerson.username,
        createdBy: automatic ? systemUserId : benchPerson.id,
        ...(system ? {} : { accountId: benchAccount(account), testId: benchTest(test) }),
      };
      made += 1;
    }
  }
}

type Pick = <T>(values: readonly T[]) => T;

function systemLine(pick: Pick): Line {
  return pick<Line>([
    { source: 'System', level: 'Info', message: 'The account “Büro Straße” was changed.' },
    { source: 'System', level: 'Info', message: 'The browser Chromium on ada was paired.' },
    { source: 'System', level: 'Warning', message: 'The keychain is locked; 3 accounts were not tested.' },
    { source: 'Outgoing Mail', level: 'Info', message: 'Letter “50%_off” handed to mx.acme.example.' },
    { source: 'Incoming Mail', level: 'Info', message: '2 new letters of INBOX were read.' },
    { source: 'Incoming Mail', level: 'Error', message: 'Письмо от Анны не прочитано: нет связи.' },
  ]);
}

function testLines(account: number, random: () => number, pick: Pick): Line[] {
  const server = `mx${account}.${pick(['acme', 'mail', 'post'])}.example`;
  const type = (['IMAP', 'SMTP', 'POP3'] as const)[account % 3] ?? 'IMAP';
  const source = `${type} Auth` as const;
  const info = (message: string): Line => ({ source, level: 'Info', message });
  const ms = Math.floor(random() * 900);
  const lines = [
    info(`${server} has the address 192.0.2.${Math.floor(random() * 255)}.`),
    info(`Connected to ${server} in ${ms} ms.`),
    info(`TLS 1.3, TLS_AES_256_GCM_SHA384; certificate of ${server}, 61 days left.`),
    info(`The server greeted: ${type} ready ${Math.floor(random() * 1e9).toString(36)}.`),
  ];
  if (random() < 0.08)
    return [
      ...lines,
      { source: 'Email Logger', level: 'Error', message: failureOf(server, pick) },
      info(`The test failed after ${ms + 120} ms.`),
    ];
  if (random() < 0.1) lines.push(...debugLines(type, random));
  lines.push(info(`Logged in as user${account}@acme.example with PLAIN.`));
  if (type === 'SMTP') lines.push(info('MAIL FROM was accepted; RSET sent, no letter leaves.'));
  else
    lines.push(
      info('List of email ids called for after the authorization.'),
      info(`List received: ${Math.floor(random() * 5000)} messages.`),
    );
  if (random() < 0.06)
    lines.push({ source, level: 'Warning', message: `The certificate of ${server} ends in 9 days.` });
  lines.push(info(`The test passed after ${ms + 240} ms.`));
  return lines;
}

function debugLines(type: string, random: () => number): Line[] {
  return Array.from({ length: 12 }, (_, at): Line => ({
    source: `${type} Auth` as LogSource,
    level: 'Debug',
    message:
      at % 2 === 0
        ? `C: ${Math.floor(random() * 1e6).toString(16)} NOOP`
        : `S: * ${at} FETCH (UID ${Math.floor(random() * 1e6)} FLAGS (\\Seen))`,
  }));
}

function failureOf(server: string, pick: Pick): string {
  return `Stage ${pick([
    `login failed: The server refused user name or password (auth_bad_credentials). The server said: 535 5.7.8 Authentication failed`,
    `connect failed: Nobody listens at ${server} (connection_refused).`,
    `tls failed: The certificate has expired (tls_expired).`,
    `login failed: Too many logins (rate_limited). The server said: 421 4.7.0 Try again later`,
  ])}`;
}
