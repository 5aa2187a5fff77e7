import type { FailureKind } from './failure.ts';
import { byProvider } from './explanation/by-provider.ts';
import { connectionEntries } from './explanation/connection.ts';
import { conversationEntries } from './explanation/conversation.ts';
import type { Entry, Explanation, ExplanationContext } from './explanation/entry.ts';
import { loginEntries } from './explanation/login.ts';
import { mailboxEntries } from './explanation/mailbox.ts';
import { providerOf } from './explanation/provider.ts';
import { titleOf } from './explanation/title.ts';
import { tlsEntries } from './explanation/tls.ts';

export type { Explanation, ExplanationContext };

/** Says what a cause means and what to do. The more context, the closer the words are to the person's own account. */
export function explain(kind: FailureKind, context: ExplanationContext = {}): Explanation {
  const entry = entries[kind];
  const general = typeof entry === 'function' ? entry(context) : entry;
  const provider = providerOf(context.server, context.reply);
  const special =
    provider &&
    byProvider[provider]?.find(({ kinds, types }) => kinds.includes(kind) && fits(types, context.type));
  return { title: titleOf(kind, context), ...general, ...special?.words };
}

// A kind without an entry does not compile.
const entries: Record<FailureKind, Entry> = {
  ...connectionEntries,
  ...tlsEntries,
  ...conversationEntries,
  ...loginEntries,
  ...mailboxEntries,
};

function fits<Type>(types: Type[] | undefined, type: Type | undefined): boolean {
  return !types || type === undefined || types.includes(type);
}
