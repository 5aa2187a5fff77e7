import type { Leaf } from '../../../shared/condition/resolved-condition.ts';
import { absentTrigram, accountTrigram, textEdge } from '../log-search-text.ts';
import type { Residual } from '../query/residual.ts';

/** The trigrams of the index that begin with one or two characters; undefined when they are too many to be asked for. */
export type TermsBeginningWith = (characters: string) => string[] | undefined;

/** Longer texts have enough in these: what is found is looked at again. */
const mostTrigrams = 5;

/**
 * What the search index is asked for (FTS5's own language) so that every record the condition leaves is found, and few
 * others; undefined where the index does not help.
 */
export function searchExpression(
  residual: Residual,
  termsBeginningWith: TermsBeginningWith,
): string | undefined {
  if (typeof residual === 'boolean') return undefined;
  switch (residual.ask) {
    case 'all':
      return joined(
        'AND',
        residual.of.map((part) => searchExpression(part, termsBeginningWith)).filter(isPresent),
      );
    case 'any': {
      const parts = residual.of.map((part) => searchExpression(part, termsBeginningWith));
      return parts.every(isPresent) ? joined('OR', parts) : undefined;
    }
    case 'id':
      return residual.field === 'accountId'
        ? joined(
            'OR',
            residual.of.map((id) => quoted(accountTrigram(id))),
          )
        : undefined;
    case 'absent':
      return residual.field === 'accountId' ? quoted(accountTrigram()) : undefined;
    case 'text':
      return ofText(residual, termsBeginningWith);
    default:
      return undefined;
  }
}

/** `a AND b`, in brackets; undefined of nothing. */
export function joined(word: 'AND' | 'OR', parts: readonly string[]): string | undefined {
  if (parts.length === 0) return undefined;
  return parts.length === 1 ? parts[0] : `(${parts.join(` ${word} `)})`;
}

/** A trigram as FTS5 reads it. */
export function quoted(trigram: string): string {
  return `"${trigram.replaceAll('"', '""')}"`;
}

function ofText(
  { how, text }: Extract<Leaf, { ask: 'text' }>,
  termsBeginningWith: TermsBeginningWith,
): string | undefined {
  if (text === '' && how !== 'is') return undefined;
  const begins = how === 'is' || how === 'starts' ? textEdge : '';
  const ends = how === 'is' || how === 'ends' ? textEdge + textEdge : '';
  const characters = [...begins, ...text, ...ends];
  if (characters.length >= 3) return joined('AND', trigrams(characters).map(quoted));
  const terms = termsBeginningWith(characters.join(''));
  if (terms?.length === 0) return quoted(absentTrigram);
  return terms && joined('OR', terms.map(quoted));
}

/** Side by side, so that few of them hold all characters; of a long text as many at equal distances. */
function trigrams(characters: readonly string[]): string[] {
  const last = characters.length - 3;
  const count = Math.min(mostTrigrams, Math.ceil(characters.length / 3));
  const starts = Array.from({ length: count }, (_, at) =>
    count === 1 ? 0 : Math.round((at * last) / (count - 1)),
  );
  return [...new Set(starts)].map((start) => characters.slice(start, start + 3).join(''));
}

function isPresent(part: string | undefined): part is string {
  return part !== undefined;
}
