import { attemptWords } from '../../shared/attempt-words.ts';
import { Attempt, Certificate } from '../../shared/evidence.ts';
import { titleOf } from '../../shared/explanation/title.ts';
import { FailureKind } from '../../shared/failure.ts';
import { visibleText } from '../../shared/visible-text.ts';
import { inDigits, t } from '../words.ts';

/** One thing that a stage found out, clean: one line, or one for each value. */
export interface Fact {
  readonly name: FactName;
  readonly values: readonly string[];
  /** The server's own words: shown as quoted. */
  readonly quoted: boolean;
}

type Evidence = Readonly<Record<string, unknown>>;

/** What a stage found out, also one that failed half-way: whatever has a known name and shape. */
export function factsOf(evidence: Evidence): Fact[] {
  return Object.entries(readers).flatMap(([key, read]) => {
    const name = key as FactName;
    const values = read(evidence[key]).filter((value) => value !== '');
    if (values.length === 0) return [];
    return [{ name, values: values.map((value) => visibleText(value)), quoted: quoted.includes(name) }];
  });
}

/** The certificates that the server sent, its own first. */
export function certificatesOf({ certificates }: Evidence): Certificate[] {
  if (!Array.isArray(certificates)) return [];
  return certificates.flatMap((certificate) => Certificate.safeParse(certificate).data ?? []);
}

const quoted: readonly FactName[] = ['text', 'reply'];
const trusts = ['validated', 'pinned', 'not_validated'] as const;

// In the order they are shown.
const readers = {
  host: textOf,
  addresses: textsOf,
  address: textOf,
  // A name, not an amount: no separators.
  port: (value) => (typeof value === 'number' ? [String(value)] : []),
  attempts: (value) =>
    listOf(value).flatMap((attempt) => {
      const { data } = Attempt.safeParse(attempt);
      return data ? [attemptWords([data])] : [];
    }),
  version: (value) => textOf(value).map((text) => text.replace(/^TLSv/, 'TLS ')),
  cipher: textOf,
  trust: (value) => trusts.filter((trust) => trust === value).map((trust) => t(`test.trust.${trust}`)),
  findings: (value) =>
    listOf(value).flatMap((kind) => {
      const { data } = FailureKind.safeParse(kind);
      return data ? [titleOf(data)] : [];
    }),
  text: linesOf,
  authenticated: (value) => (value === false ? [t('test.beforeTls')] : []),
  mechanism: textOf,
  offered: (value) => joined(value),
  capabilities: (value) => joined(value),
  from: textOf,
  count: textOf,
  newest: (value) => [textsOf(value).join(', ')],
  uidValidity: textOf,
  octets: textOf,
  reply: linesOf,
} satisfies Record<string, (value: unknown) => string[]>;

type FactName = keyof typeof readers;

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

function textsOf(value: unknown): string[] {
  return listOf(value).flatMap(textOf);
}

function joined(value: unknown): string[] {
  return [textsOf(value).join(' · ')];
}

function linesOf(value: unknown): string[] {
  return textOf(value).flatMap((text) => text.split(/\r?\n/));
}

function textOf(value: unknown): string[] {
  if (typeof value === 'number') return [inDigits(value)];
  return typeof value === 'string' ? [value] : [];
}
