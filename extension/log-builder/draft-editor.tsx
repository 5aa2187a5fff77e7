import { useContext, useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import { QueryBuilder } from 'react-querybuilder';
import { conditionLimits } from '../../shared/condition.ts';
import { conditionFields, operatorsByType } from '../../shared/condition/fields.ts';
import { BuilderContext } from './builder-context.ts';
import { type Draft, besideOf, rulesOf } from './condition-draft.ts';
import { GroupBox } from './group-box.tsx';
import { firstOperator, firstValue, isField } from './rule-shape.ts';
import { RuleRow } from './rule-row.tsx';

interface DraftEditorProps {
  draft: Draft;
  onDraft: (draft: Draft) => void;
}

/** The tree of groups and rules: react-querybuilder keeps it, rows and groups of our own show it. */
export function DraftEditor({ draft, onDraft }: DraftEditorProps) {
  const { fields, first } = useContext(BuilderContext).list;
  const named = useMemo(() => fields.map((name) => ({ name, label: name })), [fields]);
  const editor = useRef<HTMLDivElement>(null);
  const next = useRef<string>(undefined);
  useLayoutEffect(() => {
    if (next.current) editor.current?.querySelector<HTMLElement>(next.current)?.focus();
    next.current = undefined;
  }, [draft]);

  return (
    <div ref={editor}>
      <QueryBuilder
        query={draft}
        onQueryChange={(changed) => {
          const known = new Set(rulesOf(draft).map(({ id }) => id));
          const fresh = rulesOf(changed).filter(({ id }) => !known.has(id));
          if (fresh.length === 1) next.current = `[data-enter="${fresh[0]?.id}"]`;
          onDraft(changed);
        }}
        onRemove={(_, path, query) => {
          const beside = besideOf(query, path);
          if (beside) next.current = `[data-leave="${beside}"]`;
          return true;
        }}
        fields={named}
        getOperators={operatorsFor}
        getDefaultField={first}
        getDefaultOperator={(field) => (isField(field) ? firstOperator(field) : 'is')}
        getDefaultValue={valueFor}
        addRuleToNewGroups
        // Of the groups below the outermost.
        maxLevels={conditionLimits.deepest - 1}
        controlElements={{ ruleGroup: GroupBox, rule: RuleRow }}
      />
    </div>
  );
}

function operatorsFor(field: string) {
  return isField(field)
    ? operatorsByType[conditionFields[field].type].map((name) => ({ name, label: name }))
    : null;
}

function valueFor({ field, operator }: { field: string; operator: string }) {
  if (!isField(field)) return '';
  const known = operatorsByType[conditionFields[field].type].find((each) => each === operator);
  return firstValue(field, known ?? firstOperator(field));
}
