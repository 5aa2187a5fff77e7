import { strangerFailure } from './greeting.ts';
import { CodedFailure, KnownFailure } from './known-failure.ts';
import type { Dialect } from './dialect.ts';
import { capabilitiesOf, has } from './smtp-capabilities.ts';
import { connectSmtp, type SmtpClient } from './smtp-client.ts';
import { readAccepted, readReply } from './smtp-replies.ts';

/** SMTP up to EHLO in the channel as it will be (RFC 5321, 3207). */
export const smtpDialect: Dialect<SmtpClient> = {
  async readGreeting(wire) {
    const greeting = await readReply(wire);
    if (!/^[2-5]\d\d/.test(greeting)) throw strangerFailure(greeting, 'smtp');
    if (!greeting.startsWith('220'))
      throw new CodedFailure('EREFUSED', 'The server refused the session.', { reply: greeting });
    return greeting;
  },

  async askForTls(wire) {
    wire.writeLines('EHLO [127.0.0.1]');
    const capabilities = capabilitiesOf(await readAccepted(wire, '250'));
    if (!has(capabilities, 'STARTTLS')) {
      throw new KnownFailure(
        'starttls_unavailable',
        'STARTTLS is not among what the server offers on this port.',
      );
    }
    wire.writeLines('STARTTLS');
    await readAccepted(wire, '220');
  },

  async introduce(_session, wire, greeting) {
    const client = await connectSmtp(wire, greeting);
    return { client, capabilities: capabilitiesOf(wire.rawWords) };
  },
};
