import type { FaultWords } from '../companion/fault-words.ts';
import { troubleWords } from '../companion/trouble-words.ts';
import type { Connection, TroubleKind } from '../state/connection.ts';
import { CopyField } from '../status/copy-field.tsx';
import { t } from '../words.ts';
import { PageLink } from './page-link.tsx';

export interface ConnectionHelpProps {
  connection: Extract<Connection, { state: 'unpaired' | 'trouble' }>;
}

/** Why there is no list, and what to do about it. */
export function ConnectionHelp({ connection }: ConnectionHelpProps) {
  const kind = connection.state === 'trouble' ? connection.kind : 'not_paired';
  const { title, sentence, command } = wordsOf(connection);
  const link = links[kind];
  return (
    <section class="popup-note" role="status">
      <h2 class="popup-note-title">{title}</h2>
      <p>{sentence}</p>
      {command !== undefined && <CopyField label={t('popup.startCommand')} text={command} />}
      {link && (
        <PageLink to="#/companion" class={kind === 'not_paired' ? 'button button-main' : 'button'}>
          {link}
        </PageLink>
      )}
    </section>
  );
}

/** Of a trouble the words of the options page: both may be open beside each other. */
function wordsOf(connection: ConnectionHelpProps['connection']): FaultWords {
  if (connection.state === 'unpaired' || connection.kind === 'not_paired')
    return { title: t('popup.pairTitle'), sentence: t('popup.pairLead') };
  const words = troubleWords(connection);
  const stopped = connection.kind === 'unreachable' || connection.kind === 'lost';
  // In which folder the page's own command would be typed is not known here.
  return stopped && connection.startCommand === undefined
    ? { title: words.title, sentence: t('popup.goneUnknown') }
    : words;
}

const links: { readonly [Kind in TroubleKind]?: string } = {
  not_paired: t('popup.pairStart'),
  wrong_version: t('popup.companion'),
  stranger: t('popup.companion'),
  not_allowed: t('popup.companion'),
};
