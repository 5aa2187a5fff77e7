import { CopyField } from '../status/copy-field.tsx';
import { t } from '../words.ts';
import { commands } from './commands.ts';
import { openShortcutSettings, useShortcut } from './use-shortcut.ts';

/** What belongs to the browser and not to the companion: the keys that open the popup, and what stays without it. */
export function ThisBrowser() {
  const shortcut = useShortcut();
  return (
    <section class="panel">
      <h2 class="panel-title">{t('companion.browser.title')}</h2>
      <div class="panel-body">
        <div class="place">
          <p class="place-text">
            {shortcut === '' ? (
              t('companion.browser.noKeys')
            ) : (
              <>
                {t('companion.browser.keys')} <kbd>{shortcut ?? '\u00a0'}</kbd>
              </>
            )}
          </p>
          <div class="place-actions">
            <button type="button" class="button" onClick={() => void openShortcutSettings()}>
              {t('companion.browser.change')}
            </button>
          </div>
        </div>
        <details>
          <summary>{t('companion.browser.removal')}</summary>
          <p class="quiet">{t('companion.browser.stays')}</p>
          <CopyField text={commands.reset} />
        </details>
      </div>
    </section>
  );
}
