import { t } from '../words.ts';
import type { PropertyState } from './value-words.ts';

/** Where the value of a property comes from, in a word. */
export function StateMark({ state }: { state: PropertyState }) {
  return <span class={`tag ${tones[state]}`}>{t(`properties.${state}`)}</span>;
}

const tones = { default: 'tag-quiet', changed: 'tag-changed', damaged: 'tag-caution' };
