import type { Security } from '../../shared/account.ts';
import { type CauseGroup, causeGroups as kindsOf } from '../../shared/explanation/cause-groups.ts';
import type { Explanation, ExplanationContext } from '../../shared/explanation/entry.ts';
import { titleOf } from '../../shared/explanation/title.ts';
import { type FailureKind, failureKinds } from '../../shared/failure.ts';
import { speaking } from '../../shared/language.ts';
import { explain } from '../explain.ts';

export type { CauseGroup };

/** What the person knows of the account; each of it makes the words closer to their case. */
export type AccountFacts = Pick<ExplanationContext, 'type' | 'security' | 'server'>;

export interface Cause extends Explanation {
  kind: FailureKind;
  /** The title in English, which a person may search for whatever language the page is in. */
  english: string;
}

/** Where in a test a cause turns up, in the order of a test. */
export const causeGroups = Object.keys(kindsOf) as CauseGroup[];

/** The word for each kind of encryption that a form offers. */
export const securities: Security[] = ['ssl', 'tls', 'plain'];

/** Every cause there is, in the order of a test. */
export function allCauses(facts: AccountFacts = {}): Cause[] {
  return failureKinds.map((kind) => ({
    kind,
    english: speaking('en', () => titleOf(kind, facts)),
    ...explain(kind, facts),
  }));
}

/** The group of the handbook that a kind stands in. */
export function groupOf(kind: FailureKind): CauseGroup {
  return causeGroups.find((group) => kindsOf[group].some((one) => one === kind)) ?? 'conversation';
}
