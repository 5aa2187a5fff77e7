import { ArrowDown, ArrowUp, ChevronsUpDown } from 'lucide';
import type { PropertyName } from '../../shared/properties.ts';
import type { Properties } from '../state/properties.ts';
import { moveByArrows } from '../frame/move-by-arrows.ts';
import { Icon } from '../status/icon.tsx';
import { t } from '../words.ts';
import { PropertyRow } from './property-row.tsx';
import { nextSort, type PropertySort, propertySections } from './property-groups.ts';

interface PropertiesTableProps {
  names: readonly PropertyName[];
  properties: Properties;
  sort: PropertySort;
  onSort: (sort: PropertySort) => void;
}

/** A line for each property, which leads to its page. Arrow keys go from line to line. */
export function PropertiesTable({ names, properties, sort, onSort }: PropertiesTableProps) {
  return (
    <table class="table properties-table" onKeyDown={moveInLines}>
      <caption class="unseen">{t('properties.list.caption')}</caption>
      <thead>
        <tr>
          <th scope="col" aria-sort={orders[sort ?? 'none']}>
            <button type="button" class="properties-sort" onClick={() => onSort(nextSort(sort))}>
              {t('properties.list.columns.name')}
              <Icon of={signs[sort ?? 'none']} size={12} />
            </button>
          </th>
          <th scope="col">{t('properties.list.columns.value')}</th>
          <th scope="col">{t('properties.list.columns.changed')}</th>
        </tr>
      </thead>
      {propertySections(names, sort).map(({ group, names: of }) => (
        <tbody key={group}>
          {group && (
            <tr class="properties-group">
              <th scope="rowgroup" colSpan={3}>
                {t(`properties.list.groups.${group}`)}
              </th>
            </tr>
          )}
          {of.map((name) => (
            <PropertyRow key={name} name={name} properties={properties} />
          ))}
        </tbody>
      ))}
    </table>
  );
}

const moveInLines = moveByArrows({ line: '.properties-line', stop: 'a', above: '#find' });
const orders = { none: 'none', name: 'ascending', '-name': 'descending' } as const;
const signs = { none: ChevronsUpDown, name: ArrowUp, '-name': ArrowDown };
