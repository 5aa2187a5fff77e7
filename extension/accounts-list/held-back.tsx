import { useRef } from 'preact/hooks';
import { visibleText } from '../../shared/visible-text.ts';
import { passwordAddress } from '../addresses/accounts-address.ts';
import { accounts } from '../state/accounts.ts';
import { t } from '../words.ts';
import { useKeptFocus } from './use-kept-focus.ts';
import { heldBack, testOne } from './test-all.ts';

/** What can be done about the account whose test was held back, since another login may lock it. */
export function HeldBack() {
  const part = useRef<HTMLParagraphElement>(null);
  useKeptFocus(part);
  const id = heldBack.value;
  if (id === undefined) return null;
  const name = accounts.value?.find(({ account }) => account.id === id)?.account.name ?? id;
  const shown = visibleText(name, 128);
  return (
    <p class="notice-actions" ref={part}>
      <a class="button" href={passwordAddress(id)}>
        {t('status.guard.change')}
      </a>
      <button type="button" class="button" onClick={() => void testOne(id, true)}>
        {t('status.guard.anywayName', { name: shown })}
      </button>
    </p>
  );
}
