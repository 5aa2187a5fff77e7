import type { Security } from '../../shared/account.ts';
import { connectionEntries } from '../../shared/explanation/connection.ts';
import { conversationEntries } from '../../shared/explanation/conversation.ts';
import { loginEntries } from '../../shared/explanation/login.ts';
import { mailboxEntries } from '../../shared/explanation/mailbox.ts';
import { tlsEntries } from '../../shared/explanation/tls.ts';
import { explain, type Explanation, type ExplanationContext } from '../../shared/explanation.ts';
import { type FailureKind, failureKinds } from '../../shared/failure.ts';

/** What the person knows of the account; each of it makes the words closer to their case. */
export type AccountFacts = Pick<ExplanationContext, 'type' | 'security' | 'server'>;

export interface Cause extends Explanation {
  kind: FailureKind;
}

/** Where in a test a cause turns up, in the order of a test. */
export const causeGroups = ['connection', 'tls', 'conversation', 'login', 'mailbox'] as const;
export type CauseGroup = (typeof causeGroups)[number];

/** The word for each kind of encryption that a form offers. */
export const securities: Security[] = ['ssl', 'tls', 'plain'];

/** Every cause there is, in the order of a test. */
export function allCauses(facts: AccountFacts = {}): Cause[] {
  return failureKinds.map((kind) => ({ kind, ...explain(kind, facts) }));
}

/** The group of the handbook that a kind stands in. */
export function groupOf(kind: FailureKind): CauseGroup {
  return causeGroups.find((group) => kind in entriesOf[group]) ?? 'conversation';
}

const entriesOf: Record<CauseGroup, object> = {
  connection: connectionEntries,
  tls: tlsEntries,
  conversation: conversationEntries,
  login: loginEntries,
  mailbox: mailboxEntries,
};
