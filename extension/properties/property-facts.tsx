import type { PropertyChanges, PropertyName } from '../../shared/properties.ts';
import { properties as rules } from '../../shared/properties.ts';
import { accounts } from '../state/accounts.ts';
import { t } from '../words.ts';
import { DefaultMark } from './default-mark.tsx';
import { LastChange } from './last-change.tsx';
import type { PropertyEditor } from './property-editor.ts';
import { isDefault, valueWords } from './value-words.ts';

interface PropertyFactsProps {
  editor: PropertyEditor;
  change: PropertyChanges[PropertyName];
}

/** What is stored now, what the default is and the way back to it, who changed it last. */
export function PropertyFacts({ editor, change }: PropertyFactsProps) {
  const { name } = editor;
  const value = editor.stored.value;
  const usual = isDefault(name, value);
  return (
    <section class="panel property-facts" aria-label={t('properties.page.now')}>
      <dl class="panel-facts">
        <dt>{t('properties.page.now')}</dt>
        <dd>
          {valueWords(name, value, accounts.value)} <DefaultMark usual={usual} />
        </dd>
        <dt>{t('properties.page.usual')}</dt>
        <dd>{valueWords(name, rules[name].default)}</dd>
        <dt>{t('properties.page.lastChange')}</dt>
        <dd>
          <LastChange change={change} never={t('properties.never')} />
        </dd>
      </dl>
      <div class="property-reset">
        <button
          type="button"
          class="button"
          aria-disabled={usual || editor.busy.value}
          onClick={() => void (usual || editor.reset())}
        >
          {t('properties.page.reset')}
        </button>
        {usual && <span class="property-usual">{t('properties.page.isDefault')}</span>}
      </div>
    </section>
  );
}
