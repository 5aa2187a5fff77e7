import { ConnectionTrouble } from '../../shared/connection-trouble.ts';
import { Refused } from '../../shared/refusal.ts';
import type { Trouble } from '../fields/trouble.ts';
import { sentenceOf } from '../state/sentence-of.ts';
import { t } from '../words.ts';
import { type LetterErrors, type LetterField, letterFields } from './letter-draft.ts';

/** Why a letter was not sent, at the fields that it is about or as a trouble of its own. */
export interface SendTrouble {
  readonly errors: LetterErrors;
  readonly trouble?: Trouble;
  /** The companion was asked and did not answer: it may have the letter. */
  readonly unsure?: true;
}

/** What a person is told of a letter that could not be sent; `wasThere` says whether the companion was known to be there before. */
export function sendTrouble(error: unknown, wasThere: boolean): SendTrouble {
  const title = t('compose.notSent');
  if (error instanceof ConnectionTrouble) {
    const { kind, message } = error;
    // A request may have arrived though its answer did not.
    if (wasThere && (kind === 'lost' || kind === 'unreachable'))
      return { errors: {}, unsure: true, trouble: { title: t('compose.unsure'), message } };
    return { errors: {}, trouble: { title, message, ...(kind === 'busy' ? {} : { away: true }) } };
  }
  if (!(error instanceof Refused)) return { errors: {}, trouble: { title, message: sentenceOf(error) } };
  const { message, repair, fields = {} } = error.refusal;
  const errors: { [Name in LetterField]?: string } = {};
  for (const name of letterFields) if (fields[name] !== undefined) errors[name] = fields[name];
  if (Object.keys(errors).length > 0) return { errors };
  return { errors, trouble: { title, message, ...(repair ? { repair } : {}) } };
}
