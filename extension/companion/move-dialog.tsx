import { useRef, useState } from 'preact/hooks';
import { type SecretBackend, secretBackends } from '../../shared/secret-place.ts';
import { call } from '../state/call.ts';
import { refreshStatus } from '../state/connection.ts';
import { companionWords } from '../words/companion.ts';
import { Fault } from './fault.tsx';
import { Modal } from './modal.tsx';
import { PassphraseFields } from './passphrase-fields.tsx';
import { useTask } from './use-task.ts';

const words = companionWords.secrets;

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
  const move = useTask(words.moveTitle);

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
    <Modal title={words.moveTitle} onClose={onClose}>
      <form ref={form} onSubmit={onSubmit}>
        <p class="quiet">{words.moveSentence}</p>
        <fieldset class="choices">
          <legend>{words.moveTo}</legend>
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
                <span class="choice-name">{words.places[backend]}</span>
                <span class="quiet">{words.describe[backend]}</span>
              </span>
            </label>
          ))}
        </fieldset>
        {to === 'vault' && <PassphraseFields problem={problem} />}
        {move.fault && <Fault words={move.fault} loud />}
        <div class="modal-actions">
          <button type="button" class="button" onClick={onClose}>
            {words.cancel}
          </button>
          <button type="submit" class="button button-main" disabled={move.busy}>
            {move.busy ? words.moving : words.moveSubmit}
          </button>
        </div>
      </form>
    </Modal>
  );
}

function passphraseProblem(passphrase: string, repeated: string): string | undefined {
  if (passphrase === '') return words.missing;
  return passphrase === repeated ? undefined : words.different;
}
