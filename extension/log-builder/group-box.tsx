import { Trash2 } from 'lucide';
import { useContext, useId } from 'preact/hooks';
import { RuleGroupBodyComponents, type RuleGroupProps, useRuleGroup } from 'react-querybuilder';
import { Icon } from '../status/icon.tsx';
import { t } from '../words.ts';
import { AddButton } from './add-button.tsx';
import { BuilderContext, JoinContext } from './builder-context.ts';
import { LeadWord } from './lead-word.tsx';
import { partNumber } from './part-number.ts';

/** A group: how its parts are joined, whether it is turned around, the parts, and what adds one. */
export function GroupBox(props: RuleGroupProps) {
  const group = useRuleGroup(props);
  const { full } = useContext(BuilderContext);
  const name = useId();
  const { path } = group;
  const id = group.ruleGroup.id ?? '';
  const join = group.combinator === 'or' ? 'or' : 'and';
  const not = group.ruleGroup.not === true;
  const isRoot = path.length === 0;
  const label = isRoot ? t('logBuilder.all') : t('logBuilder.group', { number: partNumber(path) });
  const tooDeep = path.length >= group.schema.maxLevels ? t('logBuilder.full.deep') : undefined;

  const box = (
    <div class="builder-group" role="group" aria-label={label} aria-describedby={`${name}-sense`}>
      <div class="builder-head">
        <div class="builder-join" role="radiogroup" aria-label={t('logBuilder.join', { group: label })}>
          {(['and', 'or'] as const).map((word) => (
            <label key={word}>
              <input
                type="radio"
                name={`${name}-join`}
                checked={join === word}
                onChange={() => group.onCombinatorChange(word)}
              />
              <span>{t(`logBuilder.joins.${word}`)}</span>
            </label>
          ))}
        </div>
        <label class="builder-not">
          <input
            type="checkbox"
            checked={not}
            aria-label={t('logBuilder.notOf', { group: label })}
            onChange={(event) => group.onNotToggleChange(event.currentTarget.checked)}
          />
          <span>{t('logBuilder.not')}</span>
        </label>
        <span class="builder-sense" id={`${name}-sense`}>
          {t(`logBuilder.sense.${not ? 'not' : 'plain'}.${join}`)}
        </span>
        {isRoot ? null : (
          <button
            type="button"
            class="icon-button builder-remove"
            data-leave={id}
            aria-label={t('logBuilder.removeGroup', { number: partNumber(path) })}
            title={t('logBuilder.removeGroup', { number: partNumber(path) })}
            onClick={() => group.removeGroup()}
          >
            <Icon of={Trash2} />
          </button>
        )}
      </div>
      {group.ruleGroup.rules.length > 0 ? (
        <div class="builder-parts">
          <JoinContext value={join}>
            <RuleGroupBodyComponents {...group} />
          </JoinContext>
        </div>
      ) : (
        <p class="builder-empty">{t(isRoot ? 'logBuilder.emptyAll' : 'logBuilder.emptyGroup')}</p>
      )}
      <div class="builder-add">
        <AddButton
          what="rule"
          group={isRoot ? undefined : partNumber(path)}
          reason={full.rule}
          leave={isRoot ? id : undefined}
          onAdd={() => group.addRule()}
        />
        <AddButton
          what="group"
          group={isRoot ? undefined : partNumber(path)}
          reason={tooDeep ?? full.group ?? full.rule}
          onAdd={() => group.addGroup()}
        />
      </div>
    </div>
  );
  if (isRoot) return box;
  return (
    <div class="builder-nested">
      <LeadWord path={path} />
      {box}
    </div>
  );
}
