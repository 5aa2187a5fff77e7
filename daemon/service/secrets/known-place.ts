import type { Language } from '../../../shared/language.ts';
import type { SecretBackend, SecretPlace } from '../../../shared/secret-place.ts';
import type { Sentence } from '../../sentence.ts';

/** A place of passwords and what it said last; kept, so in no one's language yet. */
export interface KnownPlace {
  readonly backend: SecretBackend;
  readonly state: SecretPlace['state'];
  readonly sentence: Sentence;
  readonly warning?: Sentence | undefined;
}

/** The same for a reader. */
export function placeIn(language: Language, { backend, state, sentence, warning }: KnownPlace): SecretPlace {
  return {
    backend,
    state,
    sentence: sentence[language],
    ...(warning === undefined ? {} : { warning: warning[language] }),
  };
}
