import { Download } from 'lucide';
import { useEffect, useRef } from 'preact/hooks';
import type { Condition } from '../../shared/condition.ts';
import type { RecordSort } from '../../shared/record-query.ts';
import { Icon } from '../status/icon.tsx';
import { t } from '../words.ts';
import type { ExportFormat } from './export-records.ts';
import { beginExport, forgetExport, theExport } from './the-export.ts';
import { useKind } from './use-kind.ts';

/** All records that are asked for, not those on the page alone, as a file. */
export function ExportMenu({ condition, sort }: { condition: Condition | undefined; sort: RecordSort }) {
  const kind = useKind();
  const menu = useRef<HTMLDivElement>(null);
  const opener = useRef<HTMLButtonElement>(null);
  const ended = theExport.value === undefined;
  const hadEnded = useRef(ended);
  useEffect(() => {
    // The button that closed the last word is gone with it.
    if (ended && !hadEnded.current && document.activeElement === document.body) opener.current?.focus();
    hadEnded.current = ended;
  }, [ended]);
  const begin = (format: ExportFormat) => {
    menu.current?.hidePopover();
    if (condition) void beginExport(kind, condition, sort, format);
  };
  const off = !condition || theExport.value?.cancel !== undefined;
  return (
    <>
      <button
        type="button"
        class="button records-button"
        ref={opener}
        popovertarget={off ? undefined : 'records-export'}
        // It keeps the focus while an export runs; with `disabled` it would drop it.
        aria-disabled={off}
      >
        <Icon of={Download} size={16} />
        {t('records.export.title')}
      </button>
      <div class="more-menu" id="records-export" popover="auto" ref={menu}>
        <button type="button" class="more-choice" onClick={() => begin('csv')}>
          {t('records.export.csv')}
        </button>
        <button type="button" class="more-choice" onClick={() => begin('jsonl')}>
          {t('records.export.jsonl')}
        </button>
      </div>
    </>
  );
}

/** How far an export is, with a way to stop it, and its last word. */
export function ExportLine() {
  const { name } = useKind();
  // Its last word is read where it was asked for.
  useEffect(
    () => () => {
      if (theExport.peek()?.of === name) forgetExport();
    },
    [name],
  );
  const state = theExport.value?.cancel || theExport.value?.of === name ? theExport.value : undefined;
  return (
    <div class={state ? 'records-export-line' : 'unseen'} role="status">
      {state && (
        <>
          <span>{state.words}</span>
          <button type="button" class="button button-quiet" onClick={state.cancel ?? forgetExport}>
            {state.cancel ? t('records.export.cancel') : t('records.export.close')}
          </button>
        </>
      )}
    </div>
  );
}
