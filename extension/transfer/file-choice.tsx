import { Upload } from 'lucide';
import { visibleText } from '../../shared/visible-text.ts';
import { Icon } from '../status/icon.tsx';
import { t } from '../words.ts';
import type { Chosen } from './importer.ts';
import { faultWords } from './row-words.ts';
import { chooseFile } from './the-import.ts';

const example = 'name,type,server,username,port,ssl\nSupport,imap,imap.example.com,ada@example.com,993,true';

/** Asks for a file, and says why the one before was none. */
export function FileChoice({ chosen }: { chosen: Chosen }) {
  const fault = chosen.state === 'refused' ? faultWords(chosen.fault) : '';
  const why = chosen.state === 'unreadable' ? t('transfer.faults.unreadable') : fault;
  return (
    <>
      {why ? (
        <div class="notice notice-bad" role="alert">
          <h2 class="notice-title">
            {t('transfer.refused', { name: 'name' in chosen ? visibleText(chosen.name, 80) : '' })}
          </h2>
          <p>{why}</p>
        </div>
      ) : null}
      <div class="transfer-drop">
        <Icon of={Upload} size={32} class="transfer-sign" />
        <label class="transfer-label" for="accounts-file">
          {t('transfer.choose')}
        </label>
        <input
          class="transfer-file"
          id="accounts-file"
          type="file"
          accept=".csv,.tsv,.txt,.json,text/csv,application/json"
          aria-describedby="accounts-file-help"
          onChange={(event) => {
            const field = event.currentTarget;
            const [file] = field.files ?? [];
            if (file) void chooseFile(file);
            // The same file may be chosen again, after it was corrected.
            field.value = '';
          }}
        />
        <p class="transfer-help" id="accounts-file-help">
          {t('transfer.chooseHelp')}
        </p>
        <p class="transfer-help" role="status">
          {chosen.state === 'reading' ? t('transfer.reading') : ''}
        </p>
      </div>
      <section class="transfer-format" aria-labelledby="transfer-format">
        <h2 class="transfer-format-title" id="transfer-format">
          {t('transfer.formatTitle')}
        </h2>
        <p>{t('transfer.format')}</p>
        <pre class="transfer-example" tabIndex={0}>
          <code>{example}</code>
        </pre>
        <p>{t('transfer.formatPasswords')}</p>
      </section>
    </>
  );
}
