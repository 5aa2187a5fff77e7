import { t } from '../words.ts';

/** A new passphrase, typed twice; its form reads the fields, so that no state keeps what was typed. */
export function PassphraseFields({ problem }: { problem: string | undefined }) {
  return (
    <>
      <div class="field">
        <label for="new-passphrase">{t('companion.secrets.passphrase')}</label>
        <input
          id="new-passphrase"
          type="password"
          autocomplete="new-password"
          aria-describedby="new-passphrase-help"
        />
      </div>
      <div class="field">
        <label for="new-passphrase-again">{t('companion.secrets.repeat')}</label>
        <input
          id="new-passphrase-again"
          type="password"
          autocomplete="new-password"
          aria-invalid={problem !== undefined}
          aria-describedby="new-passphrase-help"
        />
        <p class={problem ? 'field-help field-fault' : 'field-help'} id="new-passphrase-help">
          {problem ?? t('companion.secrets.forgotten')}
        </p>
      </div>
    </>
  );
}
