import { visibleText } from '../../shared/visible-text.ts';

/** What was searched for, as a sentence can quote it: on one line, at most sixty characters, with nothing that turns the text around. */
export function shownSearch(find: string): string {
  return visibleText(find.trim(), 60);
}
