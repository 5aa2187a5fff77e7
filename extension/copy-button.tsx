import { Check, Copy } from 'lucide';
import { useEffect, useState } from 'preact/hooks';
import { copy } from './clipboard.ts';
import { Icon } from './status/icon.tsx';
import { t } from './words.ts';

const shownMs = 2000;

interface CopyButtonProps {
  /** What stands on the button; else `Copy`. */
  label?: string;
  /** Made when it is asked for, where it takes work. */
  text: string | (() => string);
  /** What is copied, for the accessible name where the label does not say it: `Copy start command`. */
  about?: string;
}

/** Copies a text and says so, for a moment on the button, which keeps its width, and once to a screen reader. */
export function CopyButton({ label = t('status.copy'), text, about }: CopyButtonProps) {
  const [outcome, setOutcome] = useState('');
  useEffect(() => {
    if (!outcome) return;
    const timer = setTimeout(() => setOutcome(''), shownMs);
    return () => clearTimeout(timer);
  }, [outcome]);
  const onClick = async () => {
    const copied = await copy(typeof text === 'string' ? text : text());
    setOutcome(copied ? t('status.copied') : t('status.notCopied'));
  };
  const name = about === undefined ? undefined : t('status.copyWhat', { what: about });
  return (
    <button type="button" class="button button-quiet copy" aria-label={name} onClick={onClick}>
      <span class={outcome ? 'copy-label copy-hidden' : 'copy-label'}>
        <Icon of={Copy} size={14} />
        {label}
      </span>
      <span class="copy-outcome" role="status">
        {outcome && outcome === t('status.copied') && <Icon of={Check} size={14} />}
        {outcome}
      </span>
    </button>
  );
}
