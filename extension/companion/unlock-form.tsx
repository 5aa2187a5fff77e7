import { useRef } from 'preact/hooks';
import { call } from '../state/call.ts';
import { refreshStatus } from '../state/connection.ts';
import { t } from '../words.ts';
import { Fault } from './fault.tsx';
import { useTask } from './use-task.ts';

/** Takes the passphrase of the vault; it stays in the field alone, and is gone from there once it is sent. */
export function UnlockForm() {
  const field = useRef<HTMLInputElement>(null);
  const unlock = useTask(t('companion.secrets.unlock'));
  const onSubmit = async (event: Event) => {
    event.preventDefault();
    const passphrase = field.current?.value;
    if (!passphrase) {
      field.current?.focus();
      return;
    }
    await unlock.run(async () => {
      await call('secretsUnlock', {}, { passphrase });
      await refreshStatus();
    });
    if (field.current) field.current.value = '';
    field.current?.focus();
  };
  return (
    <form class="unlock" onSubmit={onSubmit}>
      <div class="field">
        <label for="unlock-passphrase">{t('companion.secrets.passphrase')}</label>
        <input id="unlock-passphrase" ref={field} type="password" autocomplete="off" />
      </div>
      <button type="submit" class="button button-main" disabled={unlock.busy}>
        {t('companion.secrets.unlock')}
      </button>
      {unlock.fault && <Fault words={unlock.fault} loud />}
    </form>
  );
}
