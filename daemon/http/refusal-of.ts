import type { Language } from '../../shared/language.ts';
import type { Refusal } from '../../shared/refusal.ts';
import type { OperationalLog } from '../operational-log.ts';
import { errorPlaces } from '../error-places.ts';
import { SaidRefused } from '../service/refuse.ts';
import { Unfit } from './fitting.ts';
import { texts } from './texts.ts';

/** What a request that failed is told, in its language. Whatever no service refused is a mistake of ours: noted, and told without its words. */
export function refusalOf(
  error: unknown,
  { path, language, log }: { path: string; language: Language; log: OperationalLog },
): Refusal {
  if (error instanceof SaidRefused) return error.in(language);
  const unfit = error instanceof Unfit ? { fields: error.fields } : {};
  log.error({ path, ...unfit, ...errorPlaces(error) }, 'request failed');
  return { kind: 'internal', message: texts.ownMistake[language] };
}
