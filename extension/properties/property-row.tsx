import type { PropertyName } from '../../shared/properties.ts';
import { meaningOf } from '../../shared/property-rules.ts';
import { accounts } from '../state/accounts.ts';
import type { Properties } from '../state/properties.ts';
import { t } from '../words.ts';
import { LastChange } from './last-change.tsx';
import { propertyAddress } from './properties-address.ts';
import { StateMark } from './state-mark.tsx';
import { propertyState, valueWords } from './value-words.ts';

/** One property: name and meaning, value, last change. The whole line leads to its page. */
export function PropertyRow({ name, properties }: { name: PropertyName; properties: Properties }) {
  const state = propertyState(name, properties);
  const change = properties.changes[name];
  return (
    <tr class="properties-line">
      <th scope="row">
        <a href={propertyAddress(name)} data-property={name} class="properties-link">
          {name}
        </a>
        <p class="properties-meaning">{meaningOf(name)}</p>
      </th>
      <td class="properties-value">
        <span class="properties-said">{valueWords(name, properties.values[name], accounts.value)}</span>{' '}
        {state !== 'default' && <StateMark state={state} />}
      </td>
      <td class="properties-change">
        {change ? (
          <LastChange change={change} />
        ) : (
          <>
            <span class="unseen">{t('properties.never')}</span>
            <span aria-hidden="true">–</span>
          </>
        )}
      </td>
    </tr>
  );
}
