import type { PropertyName } from '../../shared/properties.ts';
import { meaningOf } from '../../shared/property-rules.ts';
import { accounts } from '../state/accounts.ts';
import type { Properties } from '../state/properties.ts';
import { propertiesWords as words } from '../words/properties.ts';
import { DefaultMark } from './default-mark.tsx';
import { LastChange } from './last-change.tsx';
import { propertyAddress } from './properties-address.ts';
import { isDefault, valueWords } from './value-words.ts';

interface PropertiesTableProps {
  names: readonly PropertyName[];
  properties: Properties;
}

/** A line for each property, which leads to its page. Arrow keys go from line to line. */
export function PropertiesTable({ names, properties: { values, changes } }: PropertiesTableProps) {
  const { caption, columns } = words.list;
  return (
    <table class="properties-table">
      <caption class="unseen">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{columns.name}</th>
          <th scope="col">{columns.value}</th>
          <th scope="col">{columns.changed}</th>
        </tr>
      </thead>
      <tbody onKeyDown={moveByArrows}>
        {names.map((name) => (
          <tr key={name}>
            <th scope="row">
              <a href={propertyAddress(name)} data-property={name} class="properties-link">
                {name}
              </a>
              <p class="properties-meaning">{meaningOf(name)}</p>
            </th>
            <td class="properties-value">
              <span class="properties-said">{valueWords(name, values[name], accounts.value)}</span>{' '}
              <DefaultMark usual={isDefault(name, values[name])} />
            </td>
            <td class="properties-change">
              <LastChange change={changes[name]} never={words.never} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function moveByArrows(event: KeyboardEvent): void {
  if (!(event.currentTarget instanceof HTMLElement) || !(event.target instanceof HTMLElement)) return;
  const links = [...event.currentTarget.querySelectorAll<HTMLElement>('a')];
  const at = links.indexOf(event.target);
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: links.length - 1 }[event.key];
  if (to === undefined) return;
  event.preventDefault();
  links[to]?.focus();
}
