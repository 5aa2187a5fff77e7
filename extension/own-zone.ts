import { language } from './words.ts';

/** The time zone of this computer: "today" means its day. */
export const ownZone = new Intl.DateTimeFormat(language).resolvedOptions().timeZone;
