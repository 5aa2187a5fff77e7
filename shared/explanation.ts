import { byProvider } from './explanation/en/by-provider.ts';
import { connectionEntries } from './explanation/en/connection.ts';
import { conversationEntries } from './explanation/en/conversation.ts';
import { loginEntries } from './explanation/en/login.ts';
import { mailboxEntries } from './explanation/en/mailbox.ts';
import { tlsEntries } from './explanation/en/tls.ts';
import { explainer } from './explanation/explainer.ts';
import { titles } from './texts/en/titles.ts';

export type { Explanation, ExplanationContext } from './explanation/entry.ts';

/** Says in English what a cause means and what to do. The more context, the closer the words are to the person's own account. */
export const explain = explainer({
  titles,
  entries: {
    ...connectionEntries,
    ...tlsEntries,
    ...conversationEntries,
    ...loginEntries,
    ...mailboxEntries,
  },
  byProvider,
});
