import { visibleText } from '../../shared/visible-text.ts';
import { CopyButton } from '../copy-button.tsx';
import { t } from '../words.ts';

/** A line for the terminal, a command or a path, to be copied. */
export function CommandLine({ command }: { command: string }) {
  return (
    <div class="command">
      <code class="command-text">{visibleText(command, 4096)}</code>
      <CopyButton label={t('companion.about.copy')} about={command} text={command} />
    </div>
  );
}
