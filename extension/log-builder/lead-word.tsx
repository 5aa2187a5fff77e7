import { useContext } from 'preact/hooks';
import { t } from '../words.ts';
import { JoinContext } from './builder-context.ts';

/** How a part follows on the one before it. For the eye alone: the group says it in a sentence. */
export function LeadWord({ path }: { path: readonly number[] }) {
  const join = useContext(JoinContext);
  const isFirst = path.at(-1) === 0;
  return (
    <span class={isFirst ? 'builder-lead builder-lead-first' : 'builder-lead'} aria-hidden="true">
      {isFirst ? t('logBuilder.where') : t(`logBuilder.lead.${join}`)}
    </span>
  );
}
