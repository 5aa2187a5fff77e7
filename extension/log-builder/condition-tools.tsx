import '../style/saved-filters.css';
import type { Condition } from '../../shared/condition.ts';
import { BuilderButton } from './builder-button.tsx';
import { SavedFilters } from './saved-filters.tsx';

interface ConditionToolsProps {
  /** What the list asks now. */
  condition: Condition;
  onAsk: (condition: Condition) => void;
}

/** What else makes a condition: the builder, and the filters that were saved. */
export function ConditionTools({ condition, onAsk }: ConditionToolsProps) {
  return (
    <>
      <BuilderButton condition={condition} onApply={onAsk} />
      <SavedFilters condition={condition} onPick={onAsk} />
    </>
  );
}
