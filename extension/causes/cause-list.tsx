import { useEffect, useRef } from 'preact/hooks';
import { t } from '../words.ts';
import { shownSearch } from '../frame/shown-search.ts';
import { moveByArrows } from '../frame/move-by-arrows.ts';
import { type Cause, causeGroups, groupOf } from './cause.ts';
import { type CauseAddress, formatCauseAddress } from './cause-address.ts';
import { searchWords } from './find-causes.ts';
import { Marked } from './marked.tsx';

interface CauseListProps {
  causes: Cause[];
  address: CauseAddress;
  onClear: () => void;
}

const moveInLinks = moveByArrows({ line: '.cause-link', above: '#find' });

/** Causes as links: by group, or, while a search is on, the best first. Arrow keys move between them. */
export function CauseList({ causes, address, onClear }: CauseListProps) {
  const list = useRef<HTMLElement>(null);
  useEffect(() => {
    list.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' });
  }, [address.kind]);

  if (causes.length === 0) return <NothingFound find={address.find} onClear={onClear} />;
  const searching = searchWords(address.find).length > 0;
  return (
    <nav class="causes" ref={list} aria-label={t('causes.causes.title')} onKeyDown={moveInLinks}>
      {searching ? (
        <CauseLinks causes={causes} address={address} />
      ) : (
        causeGroups.map((group) => (
          <section key={group} aria-labelledby={`group-${group}`}>
            <h2 class="causes-group" id={`group-${group}`}>
              {t(`causes.causes.groups.${group}`)}
            </h2>
            <CauseLinks causes={causes.filter(({ kind }) => groupOf(kind) === group)} address={address} />
          </section>
        ))
      )}
    </nav>
  );
}

function CauseLinks({ causes, address }: { causes: Cause[]; address: CauseAddress }) {
  return (
    <ul class="causes-links">
      {causes.map(({ kind, title }) => (
        <li key={kind}>
          <a
            class="cause-link"
            href={formatCauseAddress({ ...address, kind })}
            data-kind={kind}
            aria-current={kind === address.kind ? 'page' : undefined}
          >
            <span class="cause-link-title">
              <Marked text={title} search={address.find} />
            </span>
            <code class="cause-link-code">
              <Marked text={kind} search={address.find} />
            </code>
          </a>
        </li>
      ))}
    </ul>
  );
}

function NothingFound({ find, onClear }: { find: string; onClear: () => void }) {
  return (
    <div class="nothing">
      <p class="nothing-title">{t('causes.search.nothing', { search: shownSearch(find) })}</p>
      <p>{t('causes.search.advice')}</p>
      <button type="button" class="button" onClick={onClear}>
        {t('causes.search.clear')}
      </button>
    </div>
  );
}
