import type { Judgement, MethodResult } from '../../../../shared/round-trip.ts';
import { visibleText } from '../../../../shared/visible-text.ts';
import type { HeaderField } from './letter-head.ts';
import { withoutComments } from './without-comments.ts';

const mostResults = 20;

/**
 * What the receiving server says of SPF, DKIM and DMARC (RFC 8601). Only the uppermost header can be its word, with
 * those of the same name that no server stands between; and only when a server below it has taken the letter already:
 * what stands under all Received headers was written by the sender. It must be named like the server that received the
 * letter: a relay's word is a relay's. Undefined when there is no such header and none that is not believed.
 */
export function judgementOf(fields: readonly HeaderField[]): Judgement | undefined {
  const all = fields.flatMap(({ name, value }, at) =>
    name === 'authentication-results' ? [{ at, ...headerOf(value) }] : [],
  );
  const first = all[0];
  if (!first) return undefined;
  const isReceived = ({ name }: HeaderField): boolean => name === 'received';
  const next = fields.findIndex((field, at) => at > first.at && isReceived(field));
  const receiver = receivingServer(fields);
  const believed =
    next !== -1 && (first.by === '' || (receiver !== undefined && related(first.by, receiver)))
      ? all.filter(({ at, by }) => at < next && by === first.by)
      : [];
  return {
    by: believed.length > 0 ? first.by : '',
    results: believed.flatMap(({ results }) => results).slice(0, mostResults),
    notBelieved: all.length - believed.length,
  };
}

/** The uppermost server that took the letter from another one by SMTP: above it are only hops inside of a house. */
function receivingServer(fields: readonly HeaderField[]): string | undefined {
  for (const { name, value } of fields) {
    if (name !== 'received') continue;
    const plain = withoutComments(value);
    const isInside = !/^\s*from\s/i.test(plain) || /\swith\s+(?:LMTP|local)/i.test(plain);
    if (!isInside) return /\sby\s+([^\s;]+)/i.exec(plain)?.[1]?.toLowerCase();
  }
  return undefined;
}

/** The same host, or one of the same domain. */
function related(one: string, other: string): boolean {
  const domain = (host: string): string => host.split('.').slice(-registeredLabels(host)).join('.');
  return one === other || (one.includes('.') && domain(one) === domain(other));
}

/** `example.com` has two, `example.co.uk` three. */
function registeredLabels(host: string): number {
  return /\.(?:ac|co|com|edu|gov|ne|net|or|org)\.[a-z]{2}$/.test(host) ? 3 : 2;
}

function headerOf(value: string): { by: string; results: MethodResult[] } {
  const [head = '', ...rest] = splitOutsideQuotes(withoutComments(value));
  // Microsoft leaves its name out and begins with a result.
  const anonymous = head.includes('=');
  const by = anonymous ? '' : (head.trim().split(/\s+/)[0] ?? '').toLowerCase();
  return {
    by: visibleText(unquoted(by), 256),
    results: (anonymous ? [head, ...rest] : rest).flatMap(resultOf),
  };
}

function splitOutsideQuotes(text: string): string[] {
  // A quote that nothing closes reaches to the end: to look for its end again and again would take minutes.
  return text.match(/(?:"(?:\\[^]?|[^"\\])*(?:"|$)|[^;"])+/g) ?? [];
}

/** `dkim=pass reason="good" header.d=example.com`; `none` alone is no result. */
function resultOf(text: string): MethodResult[] {
  const pairs = [
    ...text.matchAll(/(?<![\w.-])([\w.-]+)(?:\s*\/\s*\d+)?\s*=\s*("(?:\\.|[^"\\])*"|[^\s"]+)/g),
  ].map(([, name = '', value = '']) => ({
    name: name.toLowerCase(),
    value: visibleText(unquoted(value), 512),
  }));
  const [method, ...properties] = pairs;
  if (!method || method.name.includes('.')) return [];
  const reason = properties.find(({ name }) => name === 'reason')?.value;
  return [
    {
      method: visibleText(method.name, 64),
      result: method.value.toLowerCase(),
      ...(reason !== undefined && { reason }),
      properties: properties.filter(({ name }) => name.includes('.')).slice(0, 20),
    },
  ];
}

function unquoted(text: string): string {
  return text.startsWith('"') ? text.slice(1, -1).replaceAll(/\\(.)/g, '$1') : text;
}
