import { ListFilter } from 'lucide';
import type { ComponentType } from 'preact';
import { useState } from 'preact/hooks';
import type { Condition } from '../../shared/condition.ts';
import { accounts } from '../state/accounts.ts';
import { Icon } from '../status/icon.tsx';
import { t } from '../words.ts';
import type { BuiltList } from './built-list.ts';
import type { ConditionBuilderProps } from './condition-builder.tsx';

interface BuilderButtonProps {
  list: BuiltList;
  condition: Condition;
  onApply: (condition: Condition) => void;
}

/** Opens the Condition Builder, and loads it then: what it is made of weighs more than the rest of the page. */
export function BuilderButton({ list, condition, onApply }: BuilderButtonProps) {
  const [Builder, setBuilder] = useState<ComponentType<ConditionBuilderProps>>();
  const [state, setState] = useState<'closed' | 'loading' | 'open' | 'outdated'>('closed');

  const open = async () => {
    setState('loading');
    try {
      const { ConditionBuilder } = await import('./condition-builder.tsx');
      setBuilder(() => ConditionBuilder);
      setState('open');
    } catch {
      // The extension was updated under this page, and the script is gone.
      setState('outdated');
    }
  };

  return (
    <>
      <button
        type="button"
        class="text-button"
        aria-haspopup="dialog"
        aria-busy={state === 'loading'}
        onClick={() => void open()}
      >
        <Icon of={ListFilter} />
        {t('logBuilder.open')}
      </button>
      {state === 'outdated' ? (
        <span class="builder-outdated" role="alert">
          {t('frame.outdated.title')}{' '}
          <button type="button" class="button-link" onClick={() => location.reload()}>
            {t('frame.outdated.reload')}
          </button>
        </span>
      ) : null}
      {state === 'open' && Builder ? (
        <Builder
          list={list}
          condition={condition}
          accounts={(accounts.value ?? []).map(({ account: { id, name } }) => ({ id, name }))}
          onApply={(applied) => {
            setState('closed');
            onApply(applied);
          }}
          onClose={() => setState('closed')}
        />
      ) : null}
    </>
  );
}
