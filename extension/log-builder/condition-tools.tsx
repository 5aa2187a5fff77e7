import '../style/saved-filters.css';
import type { Condition } from '../../shared/condition.ts';
import type { BuiltList } from './built-list.ts';
import { BuilderButton } from './builder-button.tsx';
import { SavedFilters } from './saved-filters.tsx';

interface ConditionToolsProps {
  list: BuiltList;
  /** What the list asks now. */
  condition: Condition;
  onAsk: (condition: Condition) => void;
}

/** What else makes a condition: the builder, and the filters that were saved. */
export function ConditionTools({ list, condition, onAsk }: ConditionToolsProps) {
  return (
    <>
      <BuilderButton list={list} condition={condition} onApply={onAsk} />
      <SavedFilters list={list} condition={condition} onPick={onAsk} />
    </>
  );
}
