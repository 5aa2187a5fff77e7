import { domainToASCII } from 'node:url';
import { senderAddress } from '../../shared/sender-address.ts';
import { KnownFailure } from './known-failure.ts';
import { has } from './smtp-capabilities.ts';

/** An address as the envelope has it: its domain as A-label, its local part as it is. */
export interface EnvelopeAddress {
  readonly text: string;
  /** The local part is not ASCII (RFC 6531). */
  readonly international: boolean;
}

/** Undefined for a text that holds no address, or one whose domain cannot be written as an A-label. */
export function envelopeAddress(text: string): EnvelopeAddress | undefined {
  const address = senderAddress(text);
  const domain = address?.domain.startsWith('[') ? address.domain : domainToASCII(address?.domain ?? '');
  if (!address || !domain || !/^[\x21-\x7e]+$/.test(domain)) return undefined;
  return { text: `${address.local}@${domain}`, international: !/^[\x20-\x7e]+$/.test(address.local) };
}

/**
 * `MAIL FROM:<address>` with the parameters of a letter; SMTPUTF8 where the local part needs it (RFC 6531 §3.4).
 * Throws `sender_rejected` for what cannot be sent from.
 */
export function mailFrom(from: string, capabilities: string[], parameters: readonly string[] = []): string {
  const sender = envelopeAddress(from);
  if (!sender) throw new KnownFailure('sender_rejected', `From holds no address: ${from}`, { reply: '' });
  if (sender.international && !has(capabilities, 'SMTPUTF8')) {
    throw new KnownFailure(
      'sender_rejected',
      `${sender.text} needs SMTPUTF8, which the server does not offer.`,
      { reply: '' },
    );
  }
  const wanted = sender.international ? ['SMTPUTF8', ...parameters] : parameters;
  return [`MAIL FROM:<${sender.text}>`, ...new Set(wanted)].join(' ');
}
