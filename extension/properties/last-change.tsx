import type { PropertyChanges, PropertyName } from '../../shared/properties.ts';
import { visibleText } from '../../shared/visible-text.ts';
import { Age } from '../status/age.tsx';
import { propertiesWords as words } from '../words/properties.ts';

interface LastChangeProps {
  change: PropertyChanges[PropertyName];
  /** What stands there when nobody changed it. */
  never: string;
}

/** When a property was set or reset last, and by whom. */
export function LastChange({ change, never }: LastChangeProps) {
  if (!change) return <>{never}</>;
  return (
    <>
      <Age iso={change.at} /> {words.by(visibleText(change.by, 64))}
    </>
  );
}
