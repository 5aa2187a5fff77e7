import { Note, WaitingNote } from '../frame/note.tsx';
import { isAway } from '../state/connection.ts';
import { t } from '../words.ts';
import { useKind } from './use-kind.ts';

/** In the place of an answer that is not there: on its way, or refused; nothing while the companion is away, which is told above. */
export function NoAnswer({ trouble, again }: { trouble: string | undefined; again: () => void }) {
  const { words } = useKind();
  if (isAway.value) return null;
  if (!trouble) return <WaitingNote words={t(`${words}.loading`)} />;
  return (
    <Note title={t(`${words}.failedTitle`)} lead={trouble}>
      <button type="button" class="button" onClick={again}>
        {t('records.again')}
      </button>
    </Note>
  );
}
