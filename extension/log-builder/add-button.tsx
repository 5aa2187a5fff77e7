import { Plus } from 'lucide';
import { useId } from 'preact/hooks';
import { Icon } from '../status/icon.tsx';
import { t } from '../words.ts';

interface AddButtonProps {
  what: 'rule' | 'group';
  /** Number of the group that it adds to; none for the outermost. */
  group: string | undefined;
  /** Why nothing more can be added. */
  reason: string | undefined;
  /** Id of the part that hands the focus on to this button when nothing is left beside it. */
  leave?: string | undefined;
  onAdd: () => void;
}

/** Adds to a group. At a limit it stays where Tab finds it, and says why it does nothing. */
export function AddButton({ what, group, reason, leave, onAdd }: AddButtonProps) {
  const id = useId();
  const label = t(`logBuilder.add.${what}`);
  return (
    <>
      <button
        type="button"
        class="button button-quiet builder-add-button"
        data-leave={leave}
        aria-label={
          group === undefined ? undefined : `${label} ${t('logBuilder.add.toGroup', { number: group })}`
        }
        aria-disabled={reason !== undefined}
        aria-describedby={reason === undefined ? undefined : id}
        onClick={() => {
          if (reason === undefined) onAdd();
        }}
      >
        <Icon of={Plus} />
        {label}
      </button>
      {reason === undefined ? null : (
        <span class="builder-reason" id={id}>
          {reason}
        </span>
      )}
    </>
  );
}
