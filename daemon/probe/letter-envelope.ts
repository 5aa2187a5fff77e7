import { addressList } from '../../shared/address-list.ts';
import { KnownFailure } from './known-failure.ts';
import type { LetterMessage, LetterParts } from './letter-message.ts';
import { has, offered } from './smtp-capabilities.ts';
import { envelopeAddress, mailFrom } from './smtp-envelope.ts';
import { readReply } from './smtp-replies.ts';
import type { Wire } from './wire/wire.ts';

/** The commands before DATA. */
export interface LetterEnvelope {
  mail: string;
  /** In the order of the recipients. */
  rcpt: string[];
}

/**
 * Throws `message_too_large` for more than the server announced, and `sender_rejected` or `recipient_rejected` for an
 * address that it cannot be told.
 */
export function letterEnvelope(
  { from, to, cc = '' }: LetterParts,
  recipients: readonly string[],
  { octets, encoding }: LetterMessage,
  capabilities: string[],
): LetterEnvelope {
  const size = offered(capabilities, 'SIZE');
  const most = Number(size);
  if (most > 0 && octets.length > most) {
    const detail = `The letter has ${octets.length} octets, and the server takes ${most} at most.`;
    throw new KnownFailure('message_too_large', detail, { reply: '' });
  }
  // Also those that have got it already stand in the headers.
  const named = [...addressesOf(to), ...addressesOf(cc), ...recipients];
  const international = named.find((address) => envelopeAddress(address)?.international);
  if (international !== undefined && !has(capabilities, 'SMTPUTF8')) {
    const detail = `${international} needs SMTPUTF8, which the server does not offer.`;
    throw new KnownFailure('recipient_rejected', detail, { reply: '' });
  }
  const parameters = [
    ...(international === undefined ? [] : ['SMTPUTF8']),
    ...(encoding === '8bit' ? ['BODY=8BITMIME'] : []),
    ...(size === undefined ? [] : [`SIZE=${octets.length}`]),
  ];
  return {
    mail: mailFrom(from, capabilities, parameters),
    rcpt: recipients.map((address) => {
      const written = envelopeAddress(address);
      if (written) return `RCPT TO:<${written.text}>`;
      throw new KnownFailure('recipient_rejected', `${address} is no address for a letter.`, { reply: '' });
    }),
  };
}

/** Says them, in one group where the server allows that (RFC 2920), and gives a reply to each that was said. */
export async function sayEnvelope(
  wire: Wire,
  { mail, rcpt }: LetterEnvelope,
  pipelining: boolean,
): Promise<{ mail: string; rcpt: string[] }> {
  wire.writeLines(...(pipelining ? [mail, ...rcpt] : [mail]));
  const accepted = await readReply(wire);
  const replies: string[] = [];
  // Without a sender the answers to recipients say nothing, and are read where they were asked for.
  if (!pipelining && !accepted.startsWith('250')) return { mail: accepted, rcpt: replies };
  for (const command of rcpt) {
    if (!pipelining) wire.writeLines(command);
    replies.push(await readReply(wire));
  }
  return { mail: accepted, rcpt: replies };
}

function addressesOf(text: string): string[] {
  const list = addressList(text);
  return 'addresses' in list ? list.addresses.map(({ address }) => address) : [];
}
