import { KeyRound } from 'lucide';
import { useState } from 'preact/hooks';
import type { SecretPlace } from '../../shared/secret-place.ts';
import { visibleText } from '../../shared/visible-text.ts';
import { call } from '../state/call.ts';
import { refreshStatus } from '../state/connection.ts';
import { Icon } from '../status/icon.tsx';
import { sentenceOf } from '../state/sentence-of.ts';
import { t } from '../words.ts';
import { PageLink } from './page-link.tsx';
import { useFocusToRows } from './use-focus-to-rows.ts';

/** Where the passwords are does not open: no test can sign in, and what to do about it. Nothing while all is well. */
export function SecretsNote({ place: { backend, state, sentence } }: { place: SecretPlace }) {
  const [checking, setChecking] = useState(false);
  const [trouble, setTrouble] = useState('');
  // `waiting`: nobody has asked the keychain yet, and a test will.
  const shown = state !== 'ready' && state !== 'waiting';
  const button = useFocusToRows(shown);
  if (!shown) return null;
  const check = async () => {
    if (checking) return;
    setChecking(true);
    setTrouble('');
    try {
      await call('secretsCheck', {});
      await refreshStatus();
    } catch (error) {
      setTrouble(sentenceOf(error));
    }
    setChecking(false);
  };
  const locked = backend === 'vault' && state === 'locked';
  return (
    <section class="secrets" role="status">
      <Icon of={KeyRound} />
      <div class="secrets-text">
        <h2>{t(state === 'locked' ? 'popup.secretsLocked' : 'popup.secretsAway')}</h2>
        <p>{trouble || visibleText(sentence)}</p>
      </div>
      {locked ? (
        <PageLink to="#/companion" class="button button-main">
          {t('popup.unlock')}
        </PageLink>
      ) : (
        <button
          type="button"
          class="button"
          ref={button}
          aria-disabled={checking}
          onClick={() => void check()}
        >
          {t('popup.checkAgain')}
        </button>
      )}
    </section>
  );
}
