import { type Security, securityOf } from '../../shared/account.ts';
import type { TestEvent } from '../../shared/event.ts';
import { KnownFailure } from './known-failure.ts';
import type { Channel } from './open-channel.ts';
import { type Session, stage } from './session.ts';
import { has } from './smtp-capabilities.ts';
import type { SmtpClient } from './smtp-client.ts';

/** The stage `login` of a test and of a letter's sending. From its end on the server's lines are read from the wire. */
export async function* smtpLogin(
  session: Session,
  { wire, client, capabilities }: Channel<SmtpClient>,
): AsyncGenerator<TestEvent, void> {
  yield* stage(session, 'login', async () => {
    const offered = mechanismsOf(capabilities);
    const mechanism = chooseMechanism(offered, securityOf(session.settings), capabilities);
    await wire.guard(client.login(session.settings.username, session.password.open(), mechanism));
    // The library takes any 2xx; only 235 says that the login has succeeded (RFC 4954 §6).
    if (!wire.rawWords.startsWith('235'))
      throw new KnownFailure('protocol_error', 'AUTH was answered with another code than 235.');
    return { result: undefined, evidence: { mechanism, offered, capabilities } };
  });
  wire.takeBack();
}

/** `AUTH PLAIN LOGIN` (RFC 4954 §3), or `AUTH=PLAIN LOGIN` as old servers write it. */
function mechanismsOf(capabilities: string[]): string[] {
  const lists = capabilities.filter((line) => /^AUTH[\s=]/i.test(line));
  return [...new Set(lists.flatMap((line) => line.slice(5).toUpperCase().split(/\s+/)).filter(Boolean))];
}

/** PLAIN takes one trip; in plain text CRAM-MD5 at least keeps the password off the network. */
function chooseMechanism(offered: string[], security: Security, capabilities: string[]): string {
  const known = security === 'plain' ? ['CRAM-MD5', 'PLAIN', 'LOGIN'] : ['PLAIN', 'LOGIN', 'CRAM-MD5'];
  const mechanism = known.find((name) => offered.includes(name));
  if (mechanism) return mechanism;
  const evidence = { offered, capabilities };
  if (security === 'plain' && offered.length === 0 && has(capabilities, 'STARTTLS')) {
    throw new KnownFailure('auth_privacy_required', 'Login is not offered in plain text; STARTTLS is.', {
      evidence,
    });
  }
  const list = offered.length > 0 ? `only ${offered.join(', ')}` : 'no login at all';
  throw new KnownFailure('auth_mechanism_unsupported', `The server offers ${list} on this port.`, {
    evidence,
  });
}
