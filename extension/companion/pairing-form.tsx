import { useRef, useState } from 'preact/hooks';
import { readPairingCode } from '../../shared/session/pairing-code.ts';
import { pairBrowser, type PairingFailure } from '../link/pairing.ts';
import { t } from '../words.ts';
import { AllowButton } from './allow-button.tsx';
import { codeProgress } from './code-progress.ts';
import { failureWords } from './failure-words.ts';
import { Fault } from './fault.tsx';

interface PairingFormProps {
  port: number;
  onPort: (port: number) => void;
}

/** Takes code and port, pairs, and goes on to the accounts. */
export function PairingForm({ port, onPort }: PairingFormProps) {
  const [typed, setTyped] = useState('');
  const [asked, setAsked] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<PairingFailure>();
  const field = useRef<HTMLInputElement>(null);
  const code = readPairingCode(typed);
  const fault = codeFault(typed, asked);

  const onSubmit = async (event: Event) => {
    event.preventDefault();
    setAsked(true);
    if (!code || !validPort(port)) {
      if (!code) field.current?.focus();
      return;
    }
    setBusy(true);
    setFailure(undefined);
    const failed = await pairBrowser(code, port);
    setBusy(false);
    if (!failed) {
      location.hash = '#/accounts';
      return;
    }
    setFailure(failed);
    field.current?.focus();
    field.current?.select();
  };

  return (
    <form class="pairing" onSubmit={onSubmit} noValidate>
      <div class="field pairing-code">
        <label for="pairing-code">{t('companion.pair.code')}</label>
        <input
          id="pairing-code"
          class="pairing-input"
          ref={field}
          value={typed}
          placeholder="XXXX-XXXX-XXXX-XXXX"
          autocomplete="off"
          autocapitalize="characters"
          spellcheck={false}
          maxLength={60}
          aria-describedby="pairing-code-help"
          aria-invalid={fault !== undefined}
          onInput={(event) => {
            setTyped(event.currentTarget.value);
            setFailure(undefined);
          }}
        />
        <p class={fault ? 'field-help field-fault' : 'field-help'} id="pairing-code-help" aria-live="polite">
          {fault ?? codeHelp(typed)}
        </p>
      </div>
      <div class="field pairing-port">
        <label for="pairing-port">{t('companion.pair.port')}</label>
        <input
          id="pairing-port"
          type="text"
          inputMode="numeric"
          maxLength={5}
          value={Number.isNaN(port) ? '' : String(port)}
          aria-describedby="pairing-port-help"
          aria-invalid={!validPort(port)}
          onInput={(event) => onPort(Number.parseInt(event.currentTarget.value, 10))}
        />
        <p class={validPort(port) ? 'field-help' : 'field-help field-fault'} id="pairing-port-help">
          {validPort(port) ? t('companion.pair.portHelp') : t('companion.pair.portFault')}
        </p>
      </div>
      <button type="submit" class="button button-main pairing-submit" disabled={busy}>
        {busy ? t('companion.pair.busy') : t('companion.pair.submit')}
      </button>
      {failure && (
        <div class="pairing-failure">
          <Fault words={failureWords(failure)} loud>
            {failure === 'not_allowed' && <AllowButton />}
          </Fault>
        </div>
      )}
    </form>
  );
}

function validPort(port: number): boolean {
  return Number.isInteger(port) && port >= 1 && port <= 65_535;
}

function codeFault(typed: string, asked: boolean): string | undefined {
  const { count, foreign } = codeProgress(typed);
  if (foreign !== undefined) return t('companion.pair.codeForeign', { character: foreign });
  if (count > 16) return t('companion.pair.codeLong', { count });
  if (!asked || count === 16) return undefined;
  return count === 0 ? t('companion.pair.codeMissing') : t('companion.pair.codeCount', { count });
}

function codeHelp(typed: string): string {
  const { count } = codeProgress(typed);
  if (count === 0) return t('companion.pair.codeHelp');
  return count === 16 ? t('companion.pair.codeComplete') : t('companion.pair.codeCount', { count });
}
