import type { FailureKind } from '../failure.ts';
import type { Titles } from '../texts/en/titles.ts';
import type { Entry, Explanation, ExplanationContext } from './entry.ts';
import { providerOf } from './provider.ts';
import { adviceOf, type ProviderAdvice } from './provider-cases.ts';

/** All that is said of causes, in one language; a kind without an entry does not compile. */
interface Explanations {
  titles: Titles;
  entries: Record<FailureKind, Entry>;
  byProvider: ProviderAdvice;
}

export type Explain = (kind: FailureKind, context?: ExplanationContext) => Explanation;

/** Gives the function that explains causes in the language of these tables. */
export function explainer({ titles, entries, byProvider }: Explanations): Explain {
  return (kind, context = {}) => {
    const { type, server, reply } = context;
    const title = titles[kind];
    const entry = entries[kind];
    const provider = providerOf(server, reply);
    return {
      title: typeof title === 'function' ? title(context) : title,
      ...(typeof entry === 'function' ? entry(context) : entry),
      ...(provider && adviceOf(byProvider, provider, { kind, type })),
    };
  };
}
