import { useEffect, useId, useRef } from 'preact/hooks';
import { t } from '../words.ts';

interface ActiveQuestionProps {
  /** The property that would be empty, as a sentence. */
  loses: string;
  onAnswer: (agreed: boolean) => void;
}

/** Asks in its row before an account that a property names is switched off; Escape is the careful answer, which has the focus. */
export function ActiveQuestion({ loses, onAnswer }: ActiveQuestionProps) {
  const no = useRef<HTMLButtonElement>(null);
  const words = useId();
  useEffect(() => {
    no.current?.focus();
    // The details may end below what is in sight.
    no.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    // Else the browser closes the popup.
    event.preventDefault();
    onAnswer(false);
  };
  return (
    <div class="details-question" role="group" aria-labelledby={words} onKeyDown={onKeyDown}>
      <p id={words}>{loses}</p>
      <button type="button" class="button" ref={no} aria-describedby={words} onClick={() => onAnswer(false)}>
        {t('popup.keepActive')}
      </button>
      <button type="button" class="button button-danger" onClick={() => onAnswer(true)}>
        {t('popup.deactivate')}
      </button>
    </div>
  );
}
