import { visibleText } from '../../shared/visible-text.ts';
import { call } from '../state/call.ts';
import { t } from '../words.ts';
import { Fault } from './fault.tsx';
import { Modal } from './modal.tsx';
import { useTask } from './use-task.ts';

interface RevokeDialogProps {
  client: { id: string; name: string };
  /** This very browser. */
  own: boolean;
  onClose: () => void;
}

/** Asks once, then shuts a browser out. */
export function RevokeDialog({ client, own, onClose }: RevokeDialogProps) {
  const revoke = useTask(t('companion.browsers.revoke'));
  const onRevoke = async () => {
    if (await revoke.run(() => call('clientsRevoke', { id: client.id }))) onClose();
  };
  return (
    <Modal title={t('companion.browsers.ask', { name: visibleText(client.name) })} onClose={onClose}>
      <p>{own ? t('companion.browsers.askOwn') : t('companion.browsers.askOther')}</p>
      {revoke.fault && <Fault words={revoke.fault} loud />}
      <div class="modal-actions">
        <button type="button" class="button" onClick={onClose}>
          {t('companion.browsers.cancel')}
        </button>
        <button type="button" class="button button-danger" disabled={revoke.busy} onClick={onRevoke}>
          {t('companion.browsers.revoke')}
        </button>
      </div>
    </Modal>
  );
}
