import type { Condition } from '../../shared/condition.ts';
import { t } from '../words.ts';
import { FilterNameForm } from './filter-name-form.tsx';
import type { SavedFiltersStore } from './saved-filters-store.ts';

interface SaveFilterFormProps {
  store: SavedFiltersStore;
  condition: Condition;
  onSaved: (name: string) => void;
}

/** Saves what the list shows under a name; where the name is taken, the filter that has it can be replaced. */
export function SaveFilterForm({ store, condition, onSaved }: SaveFilterFormProps) {
  if (condition.rules.length === 0) return <p class="saved-none">{t('logBuilder.saved.nothing')}</p>;
  return (
    <FilterNameForm
      label={t('logBuilder.saved.name')}
      title={t('logBuilder.saved.saveNow')}
      name=""
      onSave={(name) => store.save({ name, condition })}
      onDone={onSaved}
      remedy={(trouble, _name, save) =>
        trouble === 'taken' ? (
          <button
            type="button"
            class="button-link"
            onClick={() => save((name) => store.save({ name, condition }, { replace: true }))}
          >
            {t('logBuilder.saved.replace')}
          </button>
        ) : null
      }
    />
  );
}
