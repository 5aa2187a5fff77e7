import type { Connection, TroubleKind } from '../state/connection.ts';
import { CopyField } from '../status/copy-field.tsx';
import { t } from '../words.ts';
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
      <p>{stopped && command === undefined ? t('popup.goneUnknown') : lead}</p>
      {stopped && command !== undefined && <CopyField label={t('popup.startCommand')} text={command} />}
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

const gone: Help = { title: t('popup.goneTitle'), lead: t('popup.goneLead') };

const help: Record<TroubleKind, Help> = {
  not_paired: {
    title: t('popup.pairTitle'),
    lead: t('popup.pairLead'),
    link: t('popup.pairStart'),
  },
  unreachable: gone,
  lost: gone,
  busy: { title: t('popup.busyTitle'), lead: t('popup.busyLead') },
  wrong_version: {
    title: t('popup.versionTitle'),
    lead: t('popup.versionLead'),
    link: t('popup.companion'),
  },
  stranger: { title: t('popup.strangerTitle'), lead: t('popup.strangerLead'), link: t('popup.companion') },
  not_allowed: {
    title: t('popup.notAllowedTitle'),
    lead: t('popup.notAllowedLead'),
    link: t('popup.companion'),
  },
};
