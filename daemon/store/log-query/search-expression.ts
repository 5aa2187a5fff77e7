import type { Leaf } from '../../../shared/condition/resolved-condition.ts';
import { absentTrigram, accountTrigram, textEdge } from '../log-search-text.ts';
import type { Residual } from '../query/residual.ts';

/** What is known of the index without searching in it. */
export interface IndexTerms {
  /** Its trigrams that begin with one or two characters; undefined when they are too many to be asked for. */
  beginningWith(characters: string): string[] | undefined;
  /** Which part of all records has a trigram, about. */
  shareOf(trigram: string): number;
}

/** Longer texts have enough in these: what is found is looked at again. */
const mostTrigrams = 5;
/** A trigram that so many times as many records have as what is asked beside it costs more to go through than it spares. */
const timesTheRarest = 8;

/**
 * What the search index is asked for (FTS5's own language) so that every record the condition leaves is found, and few
 * others; undefined where the index does not help. `beside` is the part of all records that is in question at all.
 */
export function searchExpression(residual: Residual, index: IndexTerms, beside = 1): string | undefined {
  if (typeof residual === 'boolean') return undefined;
  switch (residual.ask) {
    case 'all': {
      const fewest = residual.of.reduce((least, part) => Math.min(least, shareOf(part, index)), beside);
      return joined(
        'AND',
        residual.of.map((part) => searchExpression(part, index, fewest)).filter(isPresent),
      );
    }
    case 'any': {
      const parts = residual.of.map((part) => searchExpression(part, index, beside));
      return parts.every(isPresent) ? joined('OR', parts) : undefined;
    }
    case 'id':
    case 'absent': {
      const trigrams = ofAccounts(residual);
      return (
        trigrams &&
        joined(
          'OR',
          trigrams.map((trigram) => quoted(trigram)),
        )
      );
    }
    case 'text':
      return ofText(residual, index, beside);
    default:
      return undefined;
  }
}

/** At most, about: of what lies deeper nothing is said. */
function shareOf(residual: Residual, index: IndexTerms): number {
  if (typeof residual === 'boolean') return 1;
  switch (residual.ask) {
    case 'id':
    case 'absent': {
      const trigrams = ofAccounts(residual);
      return trigrams ? trigrams.reduce((sum, trigram) => sum + index.shareOf(trigram), 0) : 1;
    }
    case 'text':
      return Math.min(1, ...trigramsOf(residual).map((trigram) => index.shareOf(trigram)));
    default:
      return 1;
  }
}

function ofAccounts(leaf: Extract<Leaf, { ask: 'id' | 'absent' }>): string[] | undefined {
  if (leaf.field !== 'accountId') return undefined;
  return leaf.ask === 'absent' ? [accountTrigram()] : leaf.of.map((id) => accountTrigram(id));
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

type TextLeaf = Extract<Leaf, { ask: 'text' }>;

function ofText(leaf: TextLeaf, index: IndexTerms, beside: number): string | undefined {
  if (leaf.text === '' && leaf.how !== 'is') return undefined;
  const trigrams = trigramsOf(leaf);
  if (trigrams.length > 0) return joined('AND', rareOf(trigrams, index, beside).map(quoted));
  const terms = index.beginningWith(charactersOf(leaf).join(''));
  if (terms?.length === 0) return quoted(absentTrigram);
  return terms && joined('OR', terms.map(quoted));
}

/** The rarest, and those that are not much commoner. */
function rareOf(trigrams: readonly string[], index: IndexTerms, beside: number): string[] {
  const shares = trigrams.map((trigram) => ({ trigram, share: index.shareOf(trigram) }));
  const [rarest, ...others] = shares.toSorted((one, other) => one.share - other.share);
  if (!rarest) return [];
  const most = timesTheRarest * Math.min(beside, rarest.share);
  return [rarest, ...others.filter(({ share }) => share <= most)].map(({ trigram }) => trigram);
}

function charactersOf({ how, text }: TextLeaf): string[] {
  const begins = how === 'is' || how === 'starts' ? textEdge : '';
  const ends = how === 'is' || how === 'ends' ? textEdge + textEdge : '';
  return [...begins, ...text, ...ends];
}

/** Side by side, so that few of them hold all characters; of a long text as many at equal distances; none of a short one. */
function trigramsOf(leaf: TextLeaf): string[] {
  const characters = charactersOf(leaf);
  if (characters.length < 3) return [];
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
