import { useState } from 'preact/hooks';
import { CopyButton } from '../copy-button.tsx';
import { t } from '../words.ts';
import type { AccountEditor } from './account-editor.ts';
import { logAddress } from '../addresses/log-address.ts';
import { roundTripAddress } from '../addresses/round-trip-address.ts';
import { DefaultLink } from './default-link.tsx';
import { LetterLinks, LetterResult } from './letter-links.tsx';
import { MatchingLink } from './matching-link.tsx';
import type { Ask } from './question.ts';
import type { RecordActions } from './record-actions.ts';

interface RelatedLinksProps {
  editor: AccountEditor;
  ask: Ask;
  actions: RecordActions;
  say: (notice: string) => void;
  onTest: () => void;
}

/** Below the form: the seed's Related Links, and the id. */
export function RelatedLinks({ editor, ask, actions, say, onTest }: RelatedLinksProps) {
  const saved = editor.saved.value;
  const [asked, setAsked] = useState(0);
  return (
    <section class="related" aria-labelledby="related-title">
      <h2 class="related-title" id="related-title">
        {t('accounts.record.links')}
      </h2>
      <ul class="related-links">
        <li>
          <button type="button" class="button-link" onClick={onTest}>
            {t('accounts.record.testLink')}
          </button>
        </li>
        {saved ? (
          <>
            <li>
              <a href={logAddress({ accountId: saved.id })}>{t('accounts.record.logRecords')}</a>
            </li>
            <li>
              <a href={roundTripAddress({ [saved.connection.type === 'smtp' ? 'from' : 'to']: saved.id })}>
                {t('accounts.record.roundTrip')}
              </a>
            </li>
            <LetterLinks
              editor={editor}
              account={saved}
              say={say}
              onAsk={() => setAsked((times) => times + 1)}
            />
            <DefaultLink editor={editor} account={saved} say={say} />
            <li>
              <button type="button" class="button-link" onClick={() => void actions.duplicate(saved)}>
                {t('accounts.record.duplicate')}
              </button>
            </li>
            <MatchingLink editor={editor} account={saved} ask={ask} />
          </>
        ) : null}
      </ul>
      {saved && <LetterResult account={saved} asked={asked} />}
      {saved ? (
        <p class="related-id">
          <span>{t('accounts.record.id')}</span>
          <code>{saved.id}</code>
          <CopyButton label={t('accounts.record.copyId')} text={saved.id} />
        </p>
      ) : null}
    </section>
  );
}
