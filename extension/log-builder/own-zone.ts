import { language } from '../words.ts';

/** The time zone that this browser shows times in, such as `Europe/Berlin`. */
export function ownZone(): string {
  return new Intl.DateTimeFormat(language).resolvedOptions().timeZone;
}
