import { t } from '../words.ts';

/** Whether a value is the default, in a word. */
export function DefaultMark({ usual }: { usual: boolean }) {
  return (
    <span class={usual ? 'tag tag-quiet' : 'tag tag-changed'}>
      {usual ? t('properties.default') : t('properties.changed')}
    </span>
  );
}
