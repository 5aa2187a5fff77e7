import { useEffect, useState } from 'preact/hooks';
import { copy } from './clipboard.ts';
import { t } from './words.ts';

const shownMs = 2000;

interface CopyButtonProps {
  label: string;
  text: string;
  /** What is copied, where several such buttons stand on one page. */
  about?: string;
}

/** Copies a text and says so, for a moment on the button and once to a screen reader. */
export function CopyButton({ label, text, about }: CopyButtonProps) {
  const [outcome, setOutcome] = useState('');
  useEffect(() => {
    if (!outcome) return;
    const timer = setTimeout(() => setOutcome(''), shownMs);
    return () => clearTimeout(timer);
  }, [outcome]);
  const onClick = async () => {
    setOutcome((await copy(text)) ? t('frame.copied') : t('frame.notCopied'));
  };
  return (
    <button
      type="button"
      class="button button-quiet copy"
      aria-label={about === undefined ? undefined : `${label}: ${about}`}
      onClick={onClick}
    >
      <span class={outcome ? 'copy-label copy-hidden' : 'copy-label'}>{label}</span>
      <span class="copy-outcome" role="status">
        {outcome}
      </span>
    </button>
  );
}
