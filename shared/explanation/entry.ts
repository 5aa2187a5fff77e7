import type { AccountType } from '../account-type.ts';
import type { Security } from '../security.ts';

/** A cause in words for people: what happened, why, and what to do about it. */
export interface Explanation {
  /** At most 70 characters, plain words. */
  title: string;
  /** One or two sentences. */
  why: string;
  /** Two to five things to do, the likeliest to help first. */
  steps: string[];
}

/** What is known about the test; everything sharpens the words, nothing is needed. */
export interface ExplanationContext {
  type?: AccountType | undefined;
  /** Host name typed by the person. */
  server?: string | undefined;
  security?: Security | undefined;
  port?: number | undefined;
  detail?: string | undefined;
  /** The server's own words. */
  reply?: string | undefined;
}

/** All but the title, which stands in `title.ts`. */
export type Advice = Omit<Explanation, 'title'>;

export type Entry = Advice | ((context: ExplanationContext) => Advice);
