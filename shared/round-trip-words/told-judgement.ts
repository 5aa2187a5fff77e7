import type { Judgement, MethodResult } from '../round-trip.ts';
import { visibleText } from '../visible-text.ts';
import type { english } from './en.ts';

/** One method's result for a person. */
export interface ToldResult {
  /** `SPF`. */
  name: string;
  /** As the server wrote it: `softfail`. */
  result: string;
  tone: 'good' | 'bad' | 'quiet';
  /** Empty for what has no words of its own. */
  meaning: string;
  /** `header.d=acme.example`, and the server's own reason. */
  details: string[];
}

/** Who judged, each result, and what else is to be said. */
export interface ToldJudgement {
  by: string;
  results: ToldResult[];
  notes: string[];
}

/** Says what the receiving server found out about the sender. */
export function toldJudgement(texts: typeof english, judgement: Judgement | undefined): ToldJudgement {
  const said = texts.judgement;
  if (!judgement) return { by: said.receiver, results: [], notes: [said.none] };
  const { by, results, notBelieved } = judgement;
  return {
    by: visibleText(by, 256) || said.receiver,
    results: results.map((result) => toldResult(texts, result)),
    notes: [
      ...(results.length === 0 ? [said.none] : []),
      ...(notBelieved > 0 ? [said.notBelieved(notBelieved)] : []),
    ],
  };
}

/** A result that speaks against the letter. */
export function isBad({ result }: MethodResult): boolean {
  return ['fail', 'softfail', 'permerror', 'policy', 'hardfail'].includes(result);
}

/** `SPF (fail)`. */
export function nameOf({ method, result }: MethodResult): string {
  return visibleText(`${method.toUpperCase()} (${result})`, 128);
}

function toldResult({ methods }: typeof english, found: MethodResult): ToldResult {
  const { method, result, reason, properties } = found;
  const known: Record<string, Record<string, string>> = methods;
  const own = Object.hasOwn(known, method) ? known[method] : undefined;
  return {
    name: visibleText(method.toUpperCase(), 64),
    result: visibleText(result, 64),
    tone: isBad(found) ? 'bad' : result === 'pass' ? 'good' : 'quiet',
    meaning: own && Object.hasOwn(own, result) ? (own[result] ?? '') : '',
    details: [
      ...properties.map(({ name, value }) => visibleText(`${name}=${value}`, 300)),
      ...(reason === undefined ? [] : [visibleText(`(${reason})`, 512)]),
    ],
  };
}
