import { useEffect, useState } from 'preact/hooks';
import { copy } from '../clipboard.ts';
import { t } from '../words.ts';

const shownMs = 2000;

interface CopyActionProps {
  /** What is copied, for the button's accessible name: `Copy start command`. */
  label: string;
  text: () => string;
}

/** Copies a text; what came of it stands on the button for a moment, which keeps its width. */
export function CopyAction({ label, text }: CopyActionProps) {
  const [outcome, setOutcome] = useState('');
  useEffect(() => {
    if (!outcome) return;
    const timer = setTimeout(() => setOutcome(''), shownMs);
    return () => clearTimeout(timer);
  }, [outcome]);
  const onClick = async () => setOutcome((await copy(text())) ? t('status.copied') : t('status.notCopied'));
  return (
    <button
      type="button"
      class="button copy-action"
      aria-label={t('status.copyWhat', { what: label })}
      onClick={onClick}
    >
      <span class={outcome ? 'copy-action-hidden' : undefined}>{t('status.copy')}</span>
      <span class="copy-action-outcome" role="status">
        {outcome}
      </span>
    </button>
  );
}
