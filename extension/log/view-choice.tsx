import type { LogView } from '../addresses/log-address.ts';
import { t } from '../words.ts';

interface ViewChoiceProps {
  view: LogView;
  /** The records of one test are asked for. */
  test: boolean;
  onView: (view: LogView) => void;
}

const groups = ['source', 'level', 'accountId', 'testId'] as const;

/** How the records are shown: one by one, counted, or as the exchange of one test. */
export function ViewChoice({ view, test, onView }: ViewChoiceProps) {
  return (
    <select
      class="records-choice"
      aria-label={t('log.view.title')}
      value={view}
      onChange={({ currentTarget: { value } }) =>
        onView((['list', 'conversation', ...groups] as const).find((each) => each === value) ?? 'list')
      }
    >
      <option value="list">{t('log.view.list')}</option>
      {(test || view === 'conversation') && (
        <option value="conversation">{t('log.view.conversation')}</option>
      )}
      {groups.map((group) => (
        <option key={group} value={group}>
          {t('log.view.by', { what: t(`records.columns.${group}`) })}
        </option>
      ))}
    </select>
  );
}
