import { useState } from 'preact/hooks';
import type { SecretPlace } from '../../shared/secret-place.ts';
import { visibleText } from '../../shared/visible-text.ts';
import { call } from '../state/call.ts';
import { refreshStatus } from '../state/connection.ts';
import { counted, t } from '../words.ts';
import { Fault } from './fault.tsx';
import { MoveDialog } from './move-dialog.tsx';
import { placeWords } from './place-words.ts';
import { UnlockForm } from './unlock-form.tsx';
import { useTask } from './use-task.ts';

/** Where the passwords are kept, whether that answers, and the way to another place. */
export function SecretsPanel({ place }: { place: SecretPlace }) {
  const [moving, setMoving] = useState(false);
  const [moved, setMoved] = useState<number>();
  const check = useTask(t('companion.secrets.check'));
  const locked = place.backend === 'vault' && place.state === 'locked';
  const onCheck = () =>
    check.run(async () => {
      await call('secretsCheck', {});
      await refreshStatus();
    });
  return (
    <section class="panel">
      <h2 class="panel-title">{t('companion.secrets.title')}</h2>
      <div class="panel-body">
        <div class="place">
          <div class="place-text">
            <p class="place-name">
              {placeWords(place.backend).name}
              <span class={`tag tag-${toneOf(place)}`}>{t(`companion.secrets.states.${place.state}`)}</span>
            </p>
            <p class="quiet" role="status">
              {check.busy ? t('companion.secrets.checking') : visibleText(place.sentence)}
            </p>
          </div>
          <div class="place-actions">
            {!locked && (
              <button type="button" class="button" disabled={check.busy} onClick={onCheck}>
                {t('companion.secrets.check')}
              </button>
            )}
            <button type="button" class="button" onClick={() => setMoving(true)}>
              {t('companion.secrets.move')}
            </button>
          </div>
        </div>
        {place.warning && (
          <Fault words={{ title: '', sentence: visibleText(place.warning) }} tone="caution" />
        )}
        {locked && <UnlockForm />}
        {check.fault && <Fault words={check.fault} loud />}
        <p class="place-moved" role="status">
          {moved !== undefined && counted('companion.secrets.moved', moved)}
        </p>
      </div>
      {moving && (
        <MoveDialog
          from={place.backend}
          onClose={() => setMoving(false)}
          onMoved={(count) => {
            setMoved(count);
            setMoving(false);
          }}
        />
      )}
    </section>
  );
}

function toneOf({ state }: SecretPlace): 'good' | 'quiet' | 'caution' {
  if (state === 'ready') return 'good';
  return state === 'waiting' ? 'quiet' : 'caution';
}
