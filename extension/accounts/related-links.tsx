import { CopyButton } from '../copy-button.tsx';
import { t } from '../words.ts';
import type { AccountEditor } from './account-editor.ts';
import { logAddress } from '../addresses/log-address.ts';
import { DefaultLink } from './default-link.tsx';
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
  return (
    <section class="related" aria-labelledby="related-title">
      <h2 class="related-title" id="related-title">
        {t('accounts.record.links')}
      </h2>
      <ul class="related-links">
        <li>
          <button type="button" class="button-link" onClick={onTest}>
            {t('accounts.record.test')}
          </button>
        </li>
        {saved ? (
          <>
            <li>
              <a href={logAddress({ accountId: saved.id })}>{t('accounts.record.logRecords')}</a>
            </li>
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
