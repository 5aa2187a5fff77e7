import { type PropertyName, type PropertyValue, properties as rules } from '../../shared/properties.ts';
import { accounts } from '../state/accounts.ts';
import { valueWords } from './value-words.ts';

interface ValueShownProps {
  name: PropertyName;
  value: PropertyValue;
}

/** A value in words; the name of an account leads to its record. */
export function ValueShown({ name, value }: ValueShownProps) {
  const words = valueWords(name, value, accounts.value);
  if (rules[name].type !== 'account' || typeof value !== 'string' || value === '') return <>{words}</>;
  return <a href={`#/accounts/${value}`}>{words}</a>;
}
