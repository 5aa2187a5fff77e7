import type { PropertyChanges, PropertyName } from '../../shared/properties.ts';
import { properties as rules } from '../../shared/properties.ts';
import { accounts } from '../state/accounts.ts';
import { propertiesWords } from '../words/properties.ts';
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
  const { page } = propertiesWords;
  const value = editor.stored.value;
  const usual = isDefault(name, value);
  return (
    <section class="panel property-facts" aria-label={page.now}>
      <dl class="panel-facts">
        <dt>{page.now}</dt>
        <dd>
          {valueWords(name, value, accounts.value)} <DefaultMark usual={usual} />
        </dd>
        <dt>{page.usual}</dt>
        <dd>{valueWords(name, rules[name].default)}</dd>
        <dt>{page.lastChange}</dt>
        <dd>
          <LastChange change={change} never={propertiesWords.never} />
        </dd>
      </dl>
      <div class="property-reset">
        <button
          type="button"
          class="button"
          aria-disabled={usual || editor.busy.value}
          onClick={() => void (usual || editor.reset())}
        >
          {page.reset}
        </button>
        {usual && <span class="property-usual">{page.isDefault}</span>}
      </div>
    </section>
  );
}
