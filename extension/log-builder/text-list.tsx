import { X } from 'lucide';
import { useContext, useId, useRef, useState } from 'preact/hooks';
import { visibleText } from '../../shared/visible-text.ts';
import type { ConditionField } from '../../shared/condition/fields.ts';
import { longestText, mostValues } from '../../shared/condition/rule-trouble.ts';
import { Icon } from '../status/icon.tsx';
import { counted, t } from '../words.ts';
import { BuilderContext } from './builder-context.ts';
import { inputOf } from './text-input.ts';
import { withTexts } from './with-texts.ts';

interface TextListProps {
  label: string;
  field: ConditionField;
  values: readonly string[];
  trouble: string | undefined;
  onValues: (values: string[]) => void;
}

/**
 * Several texts, ids or accounts: Enter adds what is typed, and so does leaving the field; Backspace in the empty field
 * takes the last one back into it. Pasted lines become one value each.
 */
export function TextList({ label, field, values, trouble, onValues }: TextListProps) {
  const { names, namesId, full, room } = useContext(BuilderContext);
  const [typed, setTyped] = useState('');
  const [leftOut, setLeftOut] = useState(0);
  const input = useRef<HTMLInputElement>(null);
  const reasonId = useId();
  const isAccount = field === 'accountId';
  const reason = values.length >= mostValues ? t('logBuilder.full.list', { most: mostValues }) : full.value;

  const add = (texts: readonly string[]) => {
    const wanted = texts.map((text) => (isAccount ? names.valueOf(text) : text));
    const more = withTexts(values, wanted, room);
    if (more.values.length > values.length) onValues(more.values);
    if (wanted.some((text) => text !== '')) setLeftOut(more.leftOut);
    setTyped('');
  };
  const remove = (at: number) => {
    setLeftOut(0);
    onValues(values.filter((_, place) => place !== at));
    input.current?.focus();
  };

  return (
    <div class="builder-list">
      {values.map((value, at) => {
        const shown = visibleText(isAccount ? names.nameOf(value) : value, 80);
        return (
          <span key={value} class="builder-chip">
            <span class="builder-chip-text">{shown}</span>
            <button
              type="button"
              aria-label={t('logBuilder.removeValue', { value: shown })}
              onClick={() => remove(at)}
            >
              <Icon of={X} size={14} />
            </button>
          </span>
        );
      })}
      <input
        {...inputOf(field, namesId)}
        ref={input}
        class="builder-list-input"
        placeholder={t(values.length > 0 ? 'logBuilder.listMore' : 'logBuilder.listHint')}
        maxLength={longestText}
        readOnly={reason !== undefined}
        aria-label={label}
        aria-invalid={trouble !== undefined}
        aria-describedby={
          [trouble, reason === undefined ? undefined : reasonId].filter(Boolean).join(' ') || undefined
        }
        value={typed}
        onInput={(event) => setTyped(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.isComposing && typed.trim() !== '') {
            event.preventDefault();
            add([typed]);
          }
          const last = values.at(-1);
          if (event.key === 'Backspace' && typed === '' && last !== undefined) {
            event.preventDefault();
            setTyped(isAccount ? names.nameOf(last) : last);
            onValues(values.slice(0, -1));
          }
        }}
        onPaste={(event) => {
          const lines = event.clipboardData?.getData('text').split(/\r?\n/) ?? [];
          if (lines.length < 2) return;
          event.preventDefault();
          add(lines);
        }}
        onBlur={() => add([typed])}
      />
      {reason === undefined ? null : (
        <span class="builder-reason" id={reasonId}>
          {reason}
        </span>
      )}
      <span class="builder-reason" role="status">
        {leftOut > 0 && counted('logBuilder.leftOut', leftOut)}
      </span>
    </div>
  );
}
