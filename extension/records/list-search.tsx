import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { longestText } from '../../shared/condition/rule-trouble.ts';
import { useSlashKey } from '../frame/use-slash-key.ts';
import { inDigits, t } from '../words.ts';
import { searchText } from './search-text.ts';
import { useKind } from './use-kind.ts';

interface ListSearchProps {
  field: RefObject<HTMLInputElement | null>;
  /** What the field contains, as the condition says it. */
  asked: string;
  /** There is no condition that it could be a part of. */
  off: boolean;
  onFind: (text: string) => void;
  onDown: () => void;
}

/** Long enough not to ask with every letter, short enough to follow the hand. */
const restMs = 200;

/** Searches in one field; it is a part of the condition like any other, and asked when the hand rests. */
export function ListSearch({ field, asked, off, onFind, onDown }: ListSearchProps) {
  const { words } = useKind();
  const [text, setText] = useState(asked);
  const sent = useRef(asked);
  // By the time the hand rests another filter may have been chosen: the text joins that one.
  const findNow = useRef(onFind);
  findNow.current = onFind;
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const forget = () => {
    clearTimeout(timer.current);
    timer.current = undefined;
  };
  useSlashKey(field);
  // Before the next key: what is typed by then would be lost.
  useLayoutEffect(() => {
    // Changed elsewhere: a crumb was taken away, or another address opened.
    if (asked !== sent.current) {
      forget();
      setText(asked);
    }
    sent.current = asked;
  }, [asked]);
  useEffect(() => () => clearTimeout(timer.current), []);
  const find = (next: string, now = false) => {
    setText(next);
    forget();
    const send = () => {
      forget();
      sent.current = searchText(next);
      findNow.current(sent.current);
    };
    if (now) send();
    else timer.current = setTimeout(send, restMs);
  };
  return (
    <search class="records-search">
      <input
        ref={field}
        type="search"
        value={text}
        disabled={off}
        placeholder={t(`${words}.search`)}
        aria-label={t(`${words}.search`)}
        aria-describedby="records-search-cut"
        aria-keyshortcuts="/"
        autocomplete="off"
        spellcheck={false}
        onInput={(event) => find(event.currentTarget.value)}
        // What is chosen next is chosen for the list as it was typed: a quick filter in its place, a cell in addition.
        onBlur={(event) => timer.current !== undefined && find(event.currentTarget.value, true)}
        onKeyDown={(event) => {
          if (event.isComposing) return;
          if (event.key === 'Enter') find(text, true);
          if (event.key === 'Escape' && text) find('', true);
          if (event.key !== 'ArrowDown') return;
          event.preventDefault();
          onDown();
        }}
      />
      <kbd class="search-key" aria-hidden="true">
        /
      </kbd>
      <p class="records-search-cut" id="records-search-cut" role="status">
        {text.trim().length > longestText && t('records.searchCut', { most: inDigits(longestText) })}
      </p>
    </search>
  );
}
