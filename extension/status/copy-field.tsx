import { CopyAction } from './copy-action.tsx';

/** A line to be copied whole, such as a command, with its button. */
export function CopyField({ label, text }: { label: string; text: string }) {
  return (
    <div class="copy-field" role="group" aria-label={label}>
      <code class="copy-field-text" tabIndex={0}>
        {text}
      </code>
      <CopyAction label={label} text={() => text} />
    </div>
  );
}
