import { useLayoutEffect, useRef } from 'preact/hooks';
import { keptDeletedMinutes } from '../../shared/kept-deleted.ts';
import { visibleText } from '../../shared/visible-text.ts';
import { counted, t } from '../words.ts';
import type { BulkQuestion } from './bulk-question.ts';

/** So many are named; of the others their number is told. */
const mostNamed = 5;

/** A native dialog with two answers; Escape is the careful one, which has the focus. */
export function BulkDialog({
  question: { kind, accounts, loses, unknown },
  onAnswer,
}: {
  question: BulkQuestion;
  onAnswer: (agreed: boolean) => void;
}) {
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => dialog.current?.showModal(), []);
  const answer = (agreed: boolean) => {
    dialog.current?.close();
    onAnswer(agreed);
  };
  const [first] = accounts;
  const more = accounts.length - mostNamed;
  const title =
    accounts.length === 1 && first
      ? t(`accounts.list.ask.${kind}One`, { name: visibleText(first.name, 128) })
      : counted(`accounts.list.ask.${kind}`, accounts.length);
  return (
    <dialog
      class="question"
      ref={dialog}
      aria-labelledby="bulk-title"
      aria-describedby="bulk-text"
      onCancel={(event) => {
        event.preventDefault();
        answer(false);
      }}
    >
      <h2 class="question-title" id="bulk-title">
        {title}
      </h2>
      <div id="bulk-text">
        {accounts.length > 1 ? (
          <ul class="bulk-names">
            {accounts.slice(0, mostNamed).map(({ id, name }) => (
              <li key={id} dir="auto">
                {visibleText(name, 128)}
              </li>
            ))}
            {more > 0 ? <li>{counted('accounts.list.ask.more', more)}</li> : null}
          </ul>
        ) : null}
        {loses.map(({ property, name }) => (
          <p key={property}>{t('accounts.list.ask.loses', { property, name: visibleText(name, 128) })}</p>
        ))}
        {unknown ? <p>{t('accounts.list.ask.unknown')}</p> : null}
        {kind === 'remove' ? (
          <p>
            {t(accounts.length === 1 ? 'accounts.list.ask.removeOneText' : 'accounts.list.ask.removeText', {
              minutes: keptDeletedMinutes,
            })}
          </p>
        ) : null}
      </div>
      <div class="question-answers">
        <button type="button" class="button" autofocus onClick={() => answer(false)}>
          {t('accounts.list.ask.no')}
        </button>
        <button type="button" class="button button-danger" onClick={() => answer(true)}>
          {t(kind === 'remove' ? 'accounts.list.bulk.delete' : 'accounts.list.bulk.deactivate')}
        </button>
      </div>
    </dialog>
  );
}
