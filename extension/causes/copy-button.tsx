import { useEffect, useState } from 'preact/hooks';
import { copy } from '../clipboard.ts';
import { words } from '../words.ts';

const shownMs = 2000;

/** Copies a text and says so, for a moment on the button and once to a screen reader. */
export function CopyButton({ label, text }: { label: string; text: string }) {
  const [outcome, setOutcome] = useState('');
  useEffect(() => {
    if (!outcome) return;
    const timer = setTimeout(() => setOutcome(''), shownMs);
    return () => clearTimeout(timer);
  }, [outcome]);
  const onClick = async () => {
    setOutcome((await copy(text)) ? words.cause.copied : words.cause.notCopied);
  };
  return (
    <button type="button" class="button button-quiet copy" onClick={onClick}>
      <span class={outcome ? 'copy-label copy-hidden' : 'copy-label'}>{label}</span>
      <span class="copy-outcome" role="status">
        {outcome}
      </span>
    </button>
  );
}
