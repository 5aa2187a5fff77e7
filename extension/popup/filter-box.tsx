import { t } from '../words.ts';

interface FilterBoxProps {
  text: string;
  onText: (text: string) => void;
}

/** Narrows the list down while one types; Arrow Down goes on to the first row. */
export function FilterBox({ text, onText }: FilterBoxProps) {
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && text) onText('');
    else if (event.key === 'ArrowDown') document.querySelector<HTMLElement>('.row-open')?.focus();
    else return;
    event.preventDefault();
  };
  return (
    <div class="filter">
      <input
        id="filter"
        type="search"
        value={text}
        placeholder={t('popup.filter')}
        aria-label={t('popup.filter')}
        autocomplete="off"
        spellcheck={false}
        onInput={(event) => onText(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
    </div>
  );
}
