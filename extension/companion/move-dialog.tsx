import { useRef, useState } from 'preact/hooks';
import { type SecretBackend, secretBackends } from '../../shared/secret-place.ts';
import { call } from '../state/call.ts';
import { refreshStatus } from '../state/connection.ts';
import { t } from '../words.ts';
import { Fault } from './fault.tsx';
import { Modal } from './modal.tsx';
import { PassphraseFields } from './passphrase-fields.tsx';
import { placeWords } from './place-words.ts';
import { useTask } from './use-task.ts';

interface MoveDialogProps {
  from: SecretBackend;
  onClose: () => void;
  onMoved: (count: number) => void;
}

/** Chooses another place for all passwords and moves them there. */
export function MoveDialog({ from, onClose, onMoved }: MoveDialogProps) {
  const others = secretBackends.filter((backend) => backend !== from);
  const [to, setTo] = useState<SecretBackend>(others[0] ?? from);
  const [problem, setProblem] = useState<string>();
  const form = useRef<HTMLFormElement>(null);
  const move = useTask(t('companion.secrets.moveTitle'));

  const onSubmit = (event: Event) => {
    event.preventDefault();
    const [passphrase = '', repeated = ''] = [
      ...(form.current?.querySelectorAll<HTMLInputElement>('input[type=password]') ?? []),
    ].map(({ value }) => value);
    const wrong = to === 'vault' ? passphraseProblem(passphrase, repeated) : undefined;
    setProblem(wrong);
    if (wrong) return;
    void move.run(async () => {
      const { moved } = await call('secretsMove', { to }, to === 'vault' ? { passphrase } : {});
      await refreshStatus();
      onMoved(moved);
    });
  };

  return (
    <Modal title={t('companion.secrets.moveTitle')} onClose={onClose}>
      <form ref={form} onSubmit={onSubmit}>
        <p class="quiet">{t('companion.secrets.moveSentence')}</p>
        <fieldset class="choices">
          <legend>{t('companion.secrets.moveTo')}</legend>
          {others.map((backend) => (
            <label class="choice" key={backend}>
              <input
                type="radio"
                name="to"
                value={backend}
                checked={backend === to}
                onChange={() => setTo(backend)}
              />
              <span>
                <span class="choice-name">{placeWords(backend).name}</span>
                <span class="quiet">{placeWords(backend).lead}</span>
              </span>
            </label>
          ))}
        </fieldset>
        {to === 'vault' && <PassphraseFields problem={problem} />}
        {move.fault && <Fault words={move.fault} loud />}
        <div class="modal-actions">
          <button type="button" class="button" onClick={onClose}>
            {t('companion.secrets.cancel')}
          </button>
          <button type="submit" class="button button-main" disabled={move.busy}>
            {move.busy ? t('companion.secrets.moving') : t('companion.secrets.moveSubmit')}
          </button>
        </div>
      </form>
    </Modal>
  );
}

function passphraseProblem(passphrase: string, repeated: string): string | undefined {
  if (passphrase === '') return t('companion.secrets.missing');
  return passphrase === repeated ? undefined : t('companion.secrets.different');
}
