import type { Connection, TroubleKind } from '../state/connection.ts';
import { CopyField } from '../status/copy-field.tsx';
import { popupWords } from '../words/popup.ts';
import { PageLink } from './page-link.tsx';

interface ConnectionHelpProps {
  connection: Extract<Connection, { state: 'unpaired' | 'trouble' }>;
}

/** Why there is no list, and what to do about it. */
export function ConnectionHelp({ connection }: ConnectionHelpProps) {
  const kind = connection.state === 'trouble' ? connection.kind : 'not_paired';
  const { title, lead, link } = help[kind];
  const command = connection.state === 'trouble' ? connection.startCommand : undefined;
  const stopped = kind === 'unreachable' || kind === 'lost';
  return (
    <section class="popup-note" role="status">
      <h2 class="popup-note-title">{title}</h2>
      <p>{stopped && command === undefined ? popupWords.goneUnknown : lead}</p>
      {stopped && command !== undefined && <CopyField label={popupWords.startCommand} text={command} />}
      {link && (
        <PageLink to="#/companion" class={kind === 'not_paired' ? 'button button-main' : 'button'}>
          {link}
        </PageLink>
      )}
    </section>
  );
}

interface Help {
  title: string;
  lead: string;
  link?: string;
}

const gone: Help = { title: popupWords.goneTitle, lead: popupWords.goneLead };

const help: Record<TroubleKind, Help> = {
  not_paired: {
    title: popupWords.pairTitle,
    lead: popupWords.pairLead,
    link: popupWords.pairStart,
  },
  unreachable: gone,
  lost: gone,
  busy: { title: popupWords.busyTitle, lead: popupWords.busyLead },
  wrong_version: {
    title: popupWords.versionTitle,
    lead: popupWords.versionLead,
    link: popupWords.companion,
  },
  stranger: { title: popupWords.strangerTitle, lead: popupWords.strangerLead, link: popupWords.companion },
  not_allowed: {
    title: popupWords.notAllowedTitle,
    lead: popupWords.notAllowedLead,
    link: popupWords.companion,
  },
};
