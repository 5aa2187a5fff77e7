import { companionWords } from '../words/companion.ts';

const words = companionWords.secrets;

/** A new passphrase, typed twice; its form reads the fields, so that no state keeps what was typed. */
export function PassphraseFields({ problem }: { problem: string | undefined }) {
  return (
    <>
      <div class="field">
        <label for="new-passphrase">{words.passphrase}</label>
        <input
          id="new-passphrase"
          type="password"
          autocomplete="new-password"
          aria-describedby="new-passphrase-help"
        />
      </div>
      <div class="field">
        <label for="new-passphrase-again">{words.repeat}</label>
        <input
          id="new-passphrase-again"
          type="password"
          autocomplete="new-password"
          aria-invalid={problem !== undefined}
          aria-describedby="new-passphrase-help"
        />
        <p class={problem ? 'field-help field-fault' : 'field-help'} id="new-passphrase-help">
          {problem ?? words.forgotten}
        </p>
      </div>
    </>
  );
}
