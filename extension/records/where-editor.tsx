import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { ConditionTrouble } from '../../shared/condition/condition-tokens.ts';
import { visibleText } from '../../shared/visible-text.ts';
import { t } from '../words.ts';
import { askedCondition } from './asked-condition.ts';
import { useKind } from './use-kind.ts';

interface WhereEditorProps {
  where: string;
  onAsk: (where: string) => void;
  onClose: () => void;
}

/** The condition as a text, the same that the command line takes; what cannot be read stays there, with its place marked. */
export function WhereEditor({ where, onAsk, onClose }: WhereEditorProps) {
  const { built, quick } = useKind();
  const { fields } = built;
  const [text, setText] = useState(where);
  const [trouble, setTrouble] = useState<ConditionTrouble | undefined>(
    () => askedCondition(where, fields).trouble,
  );
  const field = useRef<HTMLTextAreaElement>(null);
  // With the question that changes, and never later: what is typed by then would be lost.
  const [asked, setAsked] = useState(where);
  if (where !== asked) {
    setAsked(where);
    setText(where);
    setTrouble(askedCondition(where, fields).trouble);
  }
  // Before it is painted: the next key is for it.
  useLayoutEffect(() => field.current?.focus(), []);
  const ask = (event: Event) => {
    event.preventDefault();
    const found = askedCondition(text, fields).trouble;
    setTrouble(found);
    if (!found) return onAsk(text.trim());
    field.current?.focus();
    field.current?.setSelectionRange(found.at, found.end);
  };
  return (
    <form class="records-where" onSubmit={ask}>
      <label for="records-where">{t('records.where.label')}</label>
      <textarea
        id="records-where"
        ref={field}
        rows={2}
        value={text}
        lang="en"
        autocomplete="off"
        spellcheck={false}
        aria-invalid={trouble !== undefined}
        aria-describedby="records-where-help"
        onInput={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) ask(event);
          if (event.key === 'Escape') onClose();
        }}
      />
      <div id="records-where-help">
        {trouble ? (
          <Trouble text={text} trouble={trouble} />
        ) : (
          <p class="field-help">{t('records.where.help', { example: quick.at(-1)?.[1] ?? '' })}</p>
        )}
      </div>
      <div class="records-where-acts">
        <button type="submit" class="button button-main">
          {t('records.where.ask')}
        </button>
        <button type="button" class="button" onClick={onClose}>
          {t('records.where.close')}
        </button>
      </div>
    </form>
  );
}

const around = 40;

function Trouble({ text, trouble: { at, end, message } }: { text: string; trouble: ConditionTrouble }) {
  const from = Math.max(0, at - around);
  const wrong = visibleText(text.slice(at, Math.max(end, at + 1)), 80);
  return (
    <div class="records-where-trouble" role="alert">
      <p>
        <strong>{t('records.where.trouble')}</strong> {message}
      </p>
      <code dir="auto">
        {from > 0 && '…'}
        {visibleText(text.slice(from, at), 200)}
        <mark>{wrong || ' '}</mark>
        {visibleText(text.slice(Math.max(end, at + 1), end + around), 200)}
      </code>
    </div>
  );
}
