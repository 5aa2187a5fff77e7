import { logLevels, logSources } from '../../shared/log.ts';
import { type LogPlace, placeAddress } from '../addresses/log-address.ts';
import { t } from '../words.ts';

/** The four that people of the source system know by heart, by the names of the sources. */
const quickFilters = [
  ['SMTP Auth', 'source is "SMTP Auth"'],
  ['IMAP Auth', 'source is "IMAP Auth"'],
  ['POP3 Auth', 'source is "POP3 Auth"'],
  [`${logSources[3]} · ${logLevels[3]}`, 'source is "Email Logger" and level is Error'],
] as const;

/** One click each; a second one on the same takes it away. `asked` is the condition in the words it is printed in. */
export function QuickFilters({ place, asked }: { place: LogPlace; asked: string }) {
  return (
    <nav class="log-quick" aria-label={t('log.quick')} lang="en">
      {quickFilters.map(([name, where]) => {
        const on = asked === where;
        return (
          <a
            key={name}
            class="log-quick-choice"
            href={placeAddress({ ...place, where: on ? '' : where })}
            aria-current={on ? 'true' : undefined}
          >
            {name}
          </a>
        );
      })}
    </nav>
  );
}
