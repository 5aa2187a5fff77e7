import { useContext } from 'preact/hooks';
import { t } from '../words.ts';
import { PinningContext } from './pinning.ts';

/** Below the prints of the server's own certificate: accept this key and no other, or that it is so. */
export function PinOffer({ spki }: { spki: string }) {
  const pinning = useContext(PinningContext);
  if (!pinning || spki === '') return null;
  return pinning.pinned === spki ? (
    <p class="pin-offer">{t('test.certificate.isPinned')}</p>
  ) : (
    <div class="pin-offer">
      <button type="button" class="button" onClick={() => pinning.pin(spki)}>
        {t('test.certificate.pin')}
      </button>
      <p>{t('test.certificate.pinHelp')}</p>
    </div>
  );
}
