import { language } from '../words.ts';

/** Names as people order them: Branch 2 before Branch 10, upper and lower case alike. */
export const collator = new Intl.Collator(language, { numeric: true, sensitivity: 'base' });
