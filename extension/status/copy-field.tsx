import { Fragment } from 'preact';
import { visibleText } from '../../shared/visible-text.ts';
import { CopyButton } from '../copy-button.tsx';

interface CopyFieldProps {
  /** A command or a path, copied as it is. */
  text: string;
  /** What it is, for the button's accessible name; else the text itself. */
  label?: string;
}

/** A line to be copied whole, with its button. */
export function CopyField({ text, label = text }: CopyFieldProps) {
  return (
    <div class="copy-field">
      <code class="copy-field-text">
        {visibleText(text, 4096)
          .split(' ')
          .map((word, at) => (
            <Fragment key={at}>
              {at > 0 && ' '}
              <span class="copy-field-word">{stepsOf(word)}</span>
            </Fragment>
          ))}
      </code>
      <CopyButton about={label} text={text} />
    </div>
  );
}

/** A path breaks after its strokes where it is longer than the line. */
function stepsOf(word: string) {
  return word.split(/(?<=[/\\])/).map((step, at) => (
    <Fragment key={at}>
      {at > 0 && <wbr />}
      {step}
    </Fragment>
  ));
}
