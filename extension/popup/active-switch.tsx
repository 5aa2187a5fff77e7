import { useState } from 'preact/hooks';
import type { Account } from '../../shared/account.ts';
import { call } from '../state/call.ts';
import { t } from '../words.ts';
import { sentenceOf } from '../state/sentence-of.ts';

/** Whether an account takes part in everything automatic. */
export function ActiveSwitch({ account }: { account: Account }) {
  const [wanted, setWanted] = useState<boolean>();
  const [note, setNote] = useState('');
  const { id, hasPassword: _, revision, ...form } = account;
  const change = async (active: boolean) => {
    setWanted(active);
    try {
      const { resets } = await call('accountsChange', { id, account: { ...form, active }, revision });
      setNote(resets.length > 0 ? t('popup.noLongerDefault', { properties: resets.join(', ') }) : '');
    } catch (error) {
      setNote(sentenceOf(error));
    }
    setWanted(undefined);
  };
  return (
    <>
      <label class="switch">
        <input
          type="checkbox"
          role="switch"
          checked={wanted ?? account.active}
          aria-label={t('popup.activeName', { name: account.name })}
          disabled={wanted !== undefined}
          onChange={(event) => void change(event.currentTarget.checked)}
        />
        {t('popup.active')}
      </label>
      {note && (
        <p class="details-note" role="status">
          {note}
        </p>
      )}
    </>
  );
}
