import { useEffect, useRef, useState } from 'preact/hooks';
import type { Account } from '../../shared/account.ts';
import { visibleText } from '../../shared/visible-text.ts';
import { losesActive } from '../accounts/default-account.ts';
import { call } from '../state/call.ts';
import { knownProperties } from '../state/properties.ts';
import { sentenceOf } from '../state/sentence-of.ts';
import { t } from '../words.ts';
import { ActiveQuestion } from './active-question.tsx';

/** Whether an account takes part in everything automatic. Asks first where a property would be empty without it. */
export function ActiveSwitch({ account }: { account: Account }) {
  const [wanted, setWanted] = useState<boolean>();
  const [loses, setLoses] = useState<string>();
  const [note, setNote] = useState('');
  const input = useRef<HTMLInputElement>(null);
  const { id, hasPassword: _, revision, ...form } = account;
  // What was wanted or asked is about the account as it was before.
  useEffect(() => {
    setWanted(undefined);
    setLoses(undefined);
  }, [revision]);

  const save = async (active: boolean) => {
    setWanted(active);
    try {
      const { resets, ...saved } = await call('accountsChange', {
        id,
        account: { ...form, active },
        revision,
      });
      // Else it shows what is wanted until the account is here as it was saved.
      if (saved.account.revision === revision) setWanted(undefined);
      setNote(resets.length > 0 ? t('popup.noLongerDefault', { properties: resets.join(', ') }) : '');
    } catch (error) {
      setWanted(undefined);
      setNote(sentenceOf(error));
    }
  };
  const change = async (active: boolean) => {
    setNote('');
    setWanted(active);
    const question = active ? undefined : losesActive(await knownProperties(), account);
    setLoses(question);
    if (question === undefined) await save(active);
    else setWanted(undefined);
  };
  const answer = (agreed: boolean) => {
    setLoses(undefined);
    input.current?.focus();
    if (agreed) void save(false);
  };
  const busy = wanted !== undefined;
  return (
    <>
      <label class="switch">
        <input
          type="checkbox"
          role="switch"
          ref={input}
          checked={wanted ?? account.active}
          aria-label={t('popup.activeName', { name: visibleText(account.name, 128) })}
          // Not `disabled`, which would take the focus from it.
          aria-disabled={busy}
          onClick={(event) => busy && event.preventDefault()}
          onChange={(event) => void change(event.currentTarget.checked)}
        />
        {t('popup.active')}
      </label>
      {loses !== undefined && <ActiveQuestion loses={loses} onAnswer={answer} />}
      {note && (
        <p class="details-note" role="status">
          {note}
        </p>
      )}
    </>
  );
}
