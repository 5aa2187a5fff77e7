import type { ComponentChild } from 'preact';
import type { Account } from '../../shared/account.ts';
import { visibleText } from '../../shared/visible-text.ts';
import { newAddress, passwordAddress } from '../addresses/accounts-address.ts';
import { FieldFrame, fieldIds } from '../fields/field-frame.tsx';
import { isolated } from '../isolated.ts';
import { t } from '../words.ts';
import type { LetterSenders } from './letter-senders.ts';

interface FromFieldProps {
  senders: LetterSenders;
  /** Empty for the default account. */
  value: string;
  error: string | undefined;
  onChoose: (accountId: string) => void;
}

const property = 'default.email.account.send';

/** By which account a letter goes: the default one, unless another is chosen. */
export function FromField({ senders, value, error, onChoose }: FromFieldProps) {
  const { all, byDefault } = senders;
  const shown = value || (byDefault?.id ?? '');
  const known = all?.find(({ id }) => id === shown);
  const help = helpOf(senders, known, error);
  const ids = fieldIds('accountId', { error, help });
  return (
    <FieldFrame name="accountId" label={t('records.columns.sender')} required wide error={error} help={help}>
      <select
        id={ids.field}
        value={shown}
        aria-required="true"
        aria-invalid={error !== undefined}
        aria-describedby={ids.described}
        onChange={(event) => onChoose(event.currentTarget.value)}
      >
        {shown === '' && <option value="">{emptyWords(all)}</option>}
        {shown !== '' && !known && (
          <option value={shown}>
            {all ? t('compose.from.account', { id: shown }) : t('compose.from.loading')}
          </option>
        )}
        {all?.map((account) => (
          <option key={account.id} value={account.id}>
            {senderWords(account)}
            {account.id === byDefault?.id && ` (${t('compose.from.default')})`}
          </option>
        ))}
      </select>
    </FieldFrame>
  );
}

/** Nobody can choose where there is nothing to choose from. */
function emptyWords(all: LetterSenders['all']): string {
  if (!all) return t('compose.from.loading');
  return t(all.length === 0 ? 'compose.from.nobody' : 'compose.from.choose');
}

function senderWords({ name, connection }: Account): string {
  return `${isolated(visibleText(name, 128))} · ${isolated(visibleText(connection.from ?? '', 320))}`;
}

/** What keeps the account from sending, or what it is. */
function helpOf(
  { all, byDefault, guarded }: LetterSenders,
  account: Account | undefined,
  error: string | undefined,
): ComponentChild {
  if (!all) return undefined;
  if (all.length === 0)
    return (
      <span class="field-warning">
        {/* The error says it already. */}
        {error === undefined && t('compose.from.none')} <a href={newAddress}>{t('compose.from.new')}</a>
      </span>
    );
  const way = <a href={`#/properties/${property}`}>{property}</a>;
  if (!byDefault && !account)
    return (
      <span class="field-warning">
        {t('compose.from.noDefault')} {way}
      </span>
    );
  if (!account) return undefined;
  const { id, hasPassword } = account;
  if (!hasPassword || guarded.has(id))
    return (
      <span class="field-warning">
        {t(hasPassword ? 'compose.from.guarded' : 'compose.from.noPassword')}{' '}
        <a href={passwordAddress(id)}>{t('compose.from.password')}</a>
      </span>
    );
  if (id !== byDefault?.id) return undefined;
  return (
    <>
      {t('compose.from.byDefault')} {way}
    </>
  );
}
