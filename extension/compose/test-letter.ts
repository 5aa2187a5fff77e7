import type { Account } from '../../shared/account.ts';
import { visibleText } from '../../shared/visible-text.ts';
import { t } from '../words.ts';
import { ownAddress } from './own-address.ts';
import { emptyLetter, type LetterDraft } from './letter-draft.ts';

/** A letter that shows whether this SMTP account sends, to the account's own address, in words that say what it is. */
export function testLetter(account: Account): LetterDraft {
  const { id, name, connection } = account;
  const { server, port } = connection;
  const shown = visibleText(name, 128);
  return {
    ...emptyLetter,
    accountId: id,
    to: ownAddress(account),
    subject: t('compose.test.subject', { account: shown }),
    test: true,
    text: t('compose.test.text', { account: shown, server: `${visibleText(server, 253)}:${port}` }),
  };
}
