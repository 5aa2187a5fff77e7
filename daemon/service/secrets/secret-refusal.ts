import { Refused } from '../../../shared/refusal.ts';
import type { StoreResult, StoreTrouble } from '../../store/secrets/secret-store.ts';

/** The value, or `Refused` with what the secret store says of itself. */
export function orRefused<T>(result: StoreResult<T>): T {
  if ('trouble' in result) throw secretTrouble(result.trouble);
  return result.value;
}

export function secretTrouble({ sentence }: Pick<StoreTrouble, 'sentence'>): Refused {
  return new Refused({ kind: 'secret_trouble', message: sentence });
}

/** The password must be typed: `sentence` says why. */
export function secretRequired(sentence: string): Refused {
  return new Refused({ kind: 'secret_required', message: sentence, fields: { password: sentence } });
}

/** As `orRefused`, where a passphrase was typed: a wrong one is a wrong field. */
export function opened<T>(result: StoreResult<T>): T {
  if ('trouble' in result && result.trouble.state === 'locked')
    throw passphraseRefused(result.trouble.sentence);
  return orRefused(result);
}

export function passphraseRefused(sentence: string): Refused {
  return new Refused({ kind: 'invalid', message: sentence, fields: { passphrase: sentence } });
}
