import { properties as rules } from '../../shared/properties.ts';
import type { Properties } from '../state/properties.ts';
import { t } from '../words.ts';
import { LastChange } from './last-change.tsx';
import type { PropertyEditor } from './property-editor.ts';
import { StateMark } from './state-mark.tsx';
import { ValueShown } from './value-shown.tsx';
import { propertyState, valueWords } from './value-words.ts';

interface PropertyFactsProps {
  editor: PropertyEditor;
  known: Properties;
}

/** What is stored now, what the default is and the way back to it, who changed it last. */
export function PropertyFacts({ editor, known }: PropertyFactsProps) {
  const { name } = editor;
  const state = propertyState(name, known);
  const change = known.changes[name];
  const usual = state === 'default';
  return (
    <section class="panel property-facts" aria-label={t('properties.page.now')}>
      <dl class="panel-facts">
        <dt>{t('properties.page.now')}</dt>
        <dd>
          <ValueShown name={name} value={known.values[name]} /> {usual ? null : <StateMark state={state} />}
        </dd>
        <dt>{t('properties.page.usual')}</dt>
        <dd id="value-usual">{usual ? t('properties.page.same') : valueWords(name, rules[name].default)}</dd>
        <dt>{t('properties.page.lastChange')}</dt>
        <dd>{change ? <LastChange change={change} /> : t('properties.never')}</dd>
      </dl>
      <div class="property-reset">
        <button
          type="button"
          class="button"
          aria-disabled={usual || editor.busy.value}
          aria-describedby="value-usual"
          onClick={() => void (usual || editor.reset())}
        >
          {t('properties.page.reset')}
        </button>
      </div>
    </section>
  );
}
