import { useContext } from 'preact/hooks';
import { wordsOfCondition } from '../../shared/condition/words-of-condition.ts';
import { visibleText } from '../../shared/visible-text.ts';
import { CopyButton } from '../copy-button.tsx';
import { t } from '../words.ts';
import { BuilderContext } from './builder-context.ts';
import { type Draft, conditionOf } from './condition-draft.ts';

/** The draft as the command line takes it, as far as it is finished. */
export function ConditionText({ draft }: { draft: Draft }) {
  const { fields } = useContext(BuilderContext).list;
  const condition = conditionOf(draft, fields);
  const words = condition && wordsOfCondition(condition);
  return (
    <div class="builder-text">
      <span class="builder-text-label">{t('logBuilder.text.label')}</span>
      {words ? (
        <div class="builder-text-line">
          <code lang="en">{visibleText(words, 4096)}</code>
          <CopyButton about={t('logBuilder.text.about')} text={words} />
        </div>
      ) : (
        <p class="builder-text-none">
          {t(words === undefined ? 'logBuilder.text.unfinished' : 'logBuilder.text.nothing')}
        </p>
      )}
    </div>
  );
}
