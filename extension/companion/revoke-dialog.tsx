import { visibleText } from '../../shared/visible-text.ts';
import { call } from '../state/call.ts';
import { companionWords } from '../words/companion.ts';
import { Fault } from './fault.tsx';
import { Modal } from './modal.tsx';
import { useTask } from './use-task.ts';

const words = companionWords.browsers;

interface RevokeDialogProps {
  client: { id: string; name: string };
  /** This very browser. */
  own: boolean;
  onClose: () => void;
}

/** Asks once, then shuts a browser out. */
export function RevokeDialog({ client, own, onClose }: RevokeDialogProps) {
  const revoke = useTask(words.revoke);
  const onRevoke = async () => {
    if (await revoke.run(() => call('clientsRevoke', { id: client.id }))) onClose();
  };
  return (
    <Modal title={words.ask(visibleText(client.name))} onClose={onClose}>
      <p>{own ? words.askOwn : words.askOther}</p>
      {revoke.fault && <Fault words={revoke.fault} loud />}
      <div class="modal-actions">
        <button type="button" class="button" onClick={onClose}>
          {words.cancel}
        </button>
        <button type="button" class="button button-danger" disabled={revoke.busy} onClick={onRevoke}>
          {words.revoke}
        </button>
      </div>
    </Modal>
  );
}
