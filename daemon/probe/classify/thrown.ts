import type { AccountType } from '../../../shared/account.ts';
import { isCodeWord, mostTellingFirst } from './codes.ts';

/** What a thrown thing tells, whoever threw it. */
export interface Thrown {
  /** Codes of Node, OpenSSL and the libraries, the most telling first. */
  codes: string[];
  /** The first line of the message, at most 300 characters. */
  message: string;
  /** The server's words as the library kept them, in the shape of the wire. */
  reply?: string;
}

/** Reads whatever was thrown: Node's errors, AggregateError, wrapped errors, those of the mail libraries, or no error at all. */
export function readThrown(type: AccountType, thrown: unknown): Thrown {
  const chain = chainOf(thrown);
  const codes = chain.flatMap(codesOf);
  const message =
    chain.map((error) => text(error['message'])).find(Boolean) ?? (typeof thrown === 'string' ? thrown : '');
  const reply = chain.map((error) => replyOf(type, error)).find(Boolean);
  return {
    codes: mostTellingFirst(codes),
    message: withoutPlumbing(message.split('\n', 1)[0] ?? '').slice(0, 300),
    ...(reply ? { reply } : {}),
  };
}

/** Of OpenSSL's `403D…:error:0A00042E:SSL routines:function:reason:file.c:918:…` the reason is for people. */
function withoutPlumbing(message: string): string {
  const reason = /error:[0-9A-F]{8}:[^:]*:[^:]*:([^:]+):/i.exec(message)?.[1];
  return reason === undefined ? message : `OpenSSL says: ${reason}.`;
}

type Fields = Record<string, unknown>;

/** The error with its causes and, of an AggregateError, its parts. Chains may be circular. */
function chainOf(thrown: unknown): Fields[] {
  const chain: Fields[] = [];
  const waiting: unknown[] = [thrown];
  while (waiting.length > 0 && chain.length < 16) {
    const error = waiting.shift();
    if (!isFields(error) || chain.includes(error)) continue;
    chain.push(error);
    waiting.push(error['cause']);
    const parts: unknown[] = Array.isArray(error['errors']) ? error['errors'] : [];
    waiting.push(...parts.slice(0, 8));
  }
  return chain;
}

function codesOf(error: Fields): string[] {
  const message = text(error['message']);
  const reason = text(error['reason']);
  return [
    text(error['originalCode']),
    text(error['code']),
    // An OpenSSL error seen through a stream may carry its reason only.
    reason && error['library'] ? `ERR_SSL_${reason.toUpperCase().replaceAll(' ', '_')}` : '',
    isCodeWord(message) ? message : '',
  ].filter(Boolean);
}

function replyOf(type: AccountType, error: Fields): string | undefined {
  const message = text(error['message']);
  if (type === 'smtp') {
    const code = error['responseCode'];
    return (
      text(error['response']) || (typeof code === 'number' && code >= 400 ? `${code} ${message}` : undefined)
    );
  }
  if (type === 'imap') {
    const words = text(error['responseText']);
    const code = text(error['serverResponseCode']);
    if (!words && !code) return undefined;
    return `${text(error['responseStatus']) || 'NO'} ${code ? `[${code}] ` : ''}${words}`;
  }
  return message && error['eventName'] === 'error' && !error['code'] ? `-ERR ${message}` : undefined;
}

function isFields(value: unknown): value is Fields {
  return (typeof value === 'object' && value !== null) || typeof value === 'function';
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
