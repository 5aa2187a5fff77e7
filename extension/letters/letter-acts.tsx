import { useState } from 'preact/hooks';
import type { Letter } from '../../shared/letter.ts';
import { QuestionDialog } from '../frame/question-dialog.tsx';
import { call } from '../state/call.ts';
import { sentenceOf } from '../state/sentence-of.ts';
import '../style/question.css';
import { t } from '../words.ts';

/** What can be done about an outgoing letter that was not taken by its server, or of which nobody knows. */
export function LetterActs({ letter: { id, direction, status } }: { letter: Letter }) {
  const [busy, setBusy] = useState(false);
  const [asking, setAsking] = useState(false);
  const [trouble, setTrouble] = useState('');
  if (direction !== 'outgoing') return null;
  const act = async (what: 'lettersRetry' | 'lettersGiveUp') => {
    if (busy) return;
    setBusy(true);
    setTrouble('');
    try {
      await call(what, { id });
    } catch (error) {
      setTrouble(sentenceOf(error));
    }
    setBusy(false);
  };
  return (
    <>
      <span class="letter-trouble" role="alert">
        {trouble}
      </span>
      {(status === 'Failed' || status === 'Unknown') && (
        <button
          type="button"
          class="button button-main"
          aria-disabled={busy}
          onClick={() => (status === 'Unknown' ? setAsking(true) : void act('lettersRetry'))}
        >
          {t('letters.acts.retry')}
        </button>
      )}
      {status === 'Ready' && (
        <>
          <button type="button" class="button" aria-disabled={busy} onClick={() => void act('lettersRetry')}>
            {t('letters.acts.now')}
          </button>
          <button type="button" class="button" aria-disabled={busy} onClick={() => void act('lettersGiveUp')}>
            {t('letters.acts.giveUp')}
          </button>
        </>
      )}
      {asking && (
        <QuestionDialog
          title={t('letters.acts.sure')}
          no={t('letters.acts.no')}
          yes={t('letters.acts.yes')}
          onAnswer={(agreed) => {
            setAsking(false);
            if (agreed) void act('lettersRetry');
          }}
        >
          <p>{t('letters.acts.sureText')}</p>
        </QuestionDialog>
      )}
    </>
  );
}
