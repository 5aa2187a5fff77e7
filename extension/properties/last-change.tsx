import type { PropertyChanges, PropertyName } from '../../shared/properties.ts';
import { visibleText } from '../../shared/visible-text.ts';
import { Age } from '../status/age.tsx';
import { t } from '../words.ts';

/** When a property was set or reset last, and by whom. */
export function LastChange({ change }: { change: NonNullable<PropertyChanges[PropertyName]> }) {
  return (
    <>
      <Age iso={change.at} /> {t('properties.by', { username: visibleText(change.by, 64) })}
    </>
  );
}
