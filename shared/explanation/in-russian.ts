import { byProvider } from './ru/by-provider.ts';
import { connectionEntries } from './ru/connection.ts';
import { conversationEntries } from './ru/conversation.ts';
import { loginEntries } from './ru/login.ts';
import { mailboxEntries } from './ru/mailbox.ts';
import { tlsEntries } from './ru/tls.ts';
import { explainer } from './explainer.ts';
import { titles } from '../texts/ru/titles.ts';

/** Says in Russian what a cause means and what to do. The more context, the closer the words are to the person's own account. */
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
