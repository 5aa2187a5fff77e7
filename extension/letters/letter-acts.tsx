import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Id } from '../../shared/id.ts';
import type { Letter } from '../../shared/letter.ts';
import { Refused } from '../../shared/refusal.ts';
import { likeLetterAddress } from '../addresses/compose-address.ts';
import { QuestionDialog } from '../frame/question-dialog.tsx';
import { ignoreRestOfDoubleClick } from '../frame/rest-of-double-click.ts';
import { accounts } from '../state/accounts.ts';
import { call } from '../state/call.ts';
import { sentenceOf } from '../state/sentence-of.ts';
import '../style/question.css';
import { t } from '../words.ts';
import { isAccountGone, isUnsent } from './account-gone.ts';

interface LetterActsProps {
  letter: Letter;
  /** Why it was not done; empty as long as nothing is wrong. */
  onTrouble: (trouble: string) => void;
}

/** What can be done about an outgoing letter that its server did not take for everybody, or of which nobody knows. */
export function LetterActs({ letter, onTrouble }: LetterActsProps) {
  const { id, accountId, direction, status, refused, hold } = letter;
  const acts = useRef<HTMLSpanElement>(null);
  // The button that has the focus may be gone with the next status: what is known then is read there.
  const held = acts.current?.contains(document.activeElement) ?? false;
  useLayoutEffect(() => {
    if (held && !acts.current?.contains(document.activeElement))
      document.querySelector<HTMLElement>('.letter-status')?.focus();
  }, [status]);
  const [busy, setBusy] = useState(false);
  const [asking, setAsking] = useState(false);
  const [error, setError] = useState<unknown>();
  if (direction !== 'outgoing') return null;
  const act = async (what: 'lettersRetry' | 'lettersGiveUp') => {
    if (busy) return;
    setBusy(true);
    setError(undefined);
    onTrouble('');
    // What it makes of the letter puts another button where this one was.
    ignoreRestOfDoubleClick();
    try {
      await call(what, { id });
    } catch (error) {
      setError(error);
      onTrouble(sentenceOf(error));
    }
    setBusy(false);
  };
  const someRefused = status === 'Processed' && refused !== undefined;
  const isGone = isAccountGone(letter);
  return (
    <span class="letter-acts" ref={acts}>
      {((isGone && isUnsent(letter)) || hold === 'account_missing' || isOfAccount(error, accountId)) && (
        <a class={`button ${isGone ? 'button-main' : ''}`} href={likeLetterAddress(id)}>
          {t('letters.acts.anew')}
        </a>
      )}
      {!isGone && (status === 'Failed' || status === 'Unknown' || someRefused) && (
        <button
          type="button"
          class="button button-main"
          aria-disabled={busy}
          onClick={() => (status === 'Unknown' ? setAsking(true) : void act('lettersRetry'))}
        >
          {t(someRefused ? 'letters.acts.retryRefused' : 'letters.acts.retry')}
        </button>
      )}
      {status === 'Ready' && (
        <>
          {!isGone && (
            <button
              type="button"
              class="button"
              aria-disabled={busy}
              onClick={() => void act('lettersRetry')}
            >
              {t('letters.acts.now')}
            </button>
          )}
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
    </span>
  );
}

/** Only another account can send it: the same letter can be written for that one. No other trouble is mended by that. */
function isOfAccount(error: unknown, accountId: Id | undefined): boolean {
  if (!(error instanceof Refused)) return false;
  const { kind } = error.refusal;
  // Not found may be the letter itself.
  if (kind === 'not_found') return !accounts.peek()?.some(({ account }) => account.id === accountId);
  return kind === 'invalid' || kind === 'secret_required' || kind === 'guarded';
}
