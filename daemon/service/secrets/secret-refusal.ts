import type { Sentence } from '../../sentence.ts';
import { fieldRefused, SaidRefused } from '../refuse.ts';
import type { StoreResult, StoreTrouble } from '../../store/secrets/secret-store.ts';

/** The value, or `Refused` with what the secret store says of itself. */
export function orRefused<T>(result: StoreResult<T>): T {
  if ('trouble' in result) throw secretTrouble(result.trouble);
  return result.value;
}

export function secretTrouble({ sentence }: Pick<StoreTrouble, 'sentence'>): SaidRefused {
  return new SaidRefused({ kind: 'secret_trouble', message: sentence });
}

/** The password must be typed: `sentence` says why. */
export function secretRequired(sentence: Sentence): SaidRefused {
  return new SaidRefused({ kind: 'secret_required', message: sentence, fields: { password: sentence } });
}

/** As `orRefused`, where a passphrase was typed: a wrong one is a wrong field. */
export function opened<T>(result: StoreResult<T>): T {
  if ('trouble' in result && result.trouble.state === 'locked')
    throw passphraseRefused(result.trouble.sentence);
  return orRefused(result);
}

export function passphraseRefused(sentence: Sentence): SaidRefused {
  return fieldRefused('passphrase', sentence);
}
