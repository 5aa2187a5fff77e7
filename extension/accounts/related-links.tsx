import { call } from '../state/call.ts';
import { CopyButton } from '../copy-button.tsx';
import { properties } from '../state/properties.ts';
import { t } from '../words.ts';
import type { AccountEditor } from './account-editor.ts';
import { listAddress, logAddress, recordAddress } from './accounts-address.ts';
import { losesDeleted } from './default-account.ts';
import { DefaultLink } from './default-link.tsx';
import type { Ask } from './question.ts';

interface RelatedLinksProps {
  editor: AccountEditor;
  ask: Ask;
  onTest: () => void;
}

/** Below the form: the seed's Related Links, the id, and the one thing that cannot be undone. */
export function RelatedLinks({ editor, ask, onTest }: RelatedLinksProps) {
  const saved = editor.saved.value;
  const dirty = editor.dirty.value;
  const duplicate = async () => {
    if (!saved || dirty) return;
    const made = await editor.attempt(() => call('accountsDuplicate', { id: saved.id }));
    if (made) location.hash = recordAddress(made.account.id);
  };
  const remove = async () => {
    if (!saved || !(await ask({ kind: 'remove', ...losesDeleted(properties.value?.values, saved.id) })))
      return;
    if (!(await editor.attempt(() => call('accountsDelete', { id: saved.id })))) return;
    editor.discard();
    location.hash = listAddress;
  };
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
              <a href={logAddress({ account: saved.id })}>{t('accounts.record.logRecords')}</a>
            </li>
            <DefaultLink editor={editor} account={saved} />
            <li>
              <button
                type="button"
                class="button-link"
                aria-disabled={dirty}
                title={dirty ? t('accounts.record.duplicateFirst') : undefined}
                onClick={() => void duplicate()}
              >
                {t('accounts.record.duplicate')}
              </button>
            </li>
          </>
        ) : null}
      </ul>
      {saved ? (
        <>
          <p class="related-id">
            <span>{t('accounts.record.id')}</span>
            <code>{saved.id}</code>
            <CopyButton label={t('accounts.record.copyId')} text={saved.id} />
          </p>
          <div class="related-remove">
            <p>{t('accounts.record.removeLead')}</p>
            <button type="button" class="button button-danger" onClick={() => void remove()}>
              {t('accounts.record.remove')}
            </button>
          </div>
        </>
      ) : null}
    </section>
  );
}
