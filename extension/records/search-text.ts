import { longestText } from '../../shared/condition/rule-trouble.ts';

/** What of a typed text is searched for: as much as a condition takes, and no half of a character at its end. */
export function searchText(typed: string): string {
  return typed
    .trim()
    .slice(0, longestText)
    .replace(/\p{Surrogate}$/u, '')
    .trim();
}
