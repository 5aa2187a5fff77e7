import { propertiesWords as words } from '../words/properties.ts';

/** Whether a value is the default, in a word. */
export function DefaultMark({ usual }: { usual: boolean }) {
  return (
    <span class={usual ? 'tag tag-quiet' : 'tag tag-changed'}>{usual ? words.default : words.changed}</span>
  );
}
