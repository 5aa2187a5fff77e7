import { t } from '../words.ts';
import { useKind } from './use-kind.ts';

interface QuickFiltersProps {
  /** The list with another condition, in words. */
  to: (where: string) => string;
  /** The condition in the words it is printed in. */
  asked: string;
}

/** One click each; a second one on the same takes it away. Their names are those of the companion, in English. */
export function QuickFilters({ to, asked }: QuickFiltersProps) {
  const { quick } = useKind();
  return (
    <nav class="records-quick" aria-label={t('records.quick')}>
      {quick.map(([name, where]) => {
        const on = asked === where;
        return (
          <a
            key={name}
            class="records-quick-choice"
            lang="en"
            href={to(on ? '' : where)}
            aria-current={on ? 'true' : undefined}
          >
            {name}
          </a>
        );
      })}
    </nav>
  );
}
