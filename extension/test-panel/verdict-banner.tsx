import { Fragment } from 'preact';
import { ShieldAlert } from 'lucide';
import type { ConnectionSettings } from '../../shared/account.ts';
import { visibleText } from '../../shared/visible-text.ts';
import { warningSentence } from '../../shared/warning-sentence.ts';
import { logAddress } from '../addresses/log-address.ts';
import type { ShownTest } from './shown-test.ts';
import { type GuardActions, GuardButtons } from '../status/guard-buttons.tsx';
import { Icon } from '../status/icon.tsx';
import { StateIcon } from '../status/state-icon.tsx';
import { causeTitle } from '../status/cause-title.ts';
import { duration } from '../status/duration.ts';
import { t } from '../words.ts';
import { CauseAdvice } from './cause-advice.tsx';
import { proofOf } from './proof.ts';
import { failedStage, type Walk } from '../status/walk.ts';

export interface VerdictActions {
  test: (fullLog?: boolean) => Promise<void>;
  /** Confirms the address that the test refused to dial, then tests. */
  allowAddress: () => Promise<void>;
  /** Another login may lock the account; `told`: the page asks what to do already. */
  guard?: GuardActions | 'told' | undefined;
  busy: boolean;
}

interface VerdictBannerProps extends VerdictActions {
  walk: Walk;
  connection: ConnectionSettings;
  shown: ShownTest;
}

/** How the test went: what was proved, or what failed, why, and what to do. */
export function VerdictBanner({ walk, connection, shown, ...actions }: VerdictBannerProps) {
  const failed = failedStage(walk);
  const state = bannerState(walk, shown);
  const title =
    state === 'failed' && failed ? causeTitle(failed.failure, connection) : titles(shown, walk)[state];
  const proof = state === 'running' ? [] : proofOf(walk, connection);
  const ms = walk.finished?.ms;
  const facts =
    failed && state === 'failed'
      ? [t('test.failedAt', { stage: t(`status.stages.${failed.stage}`) })]
      : proof;
  return (
    <div class={`banner banner-${state}`}>
      <div class="banner-head">
        <span class={`state-${state}`}>
          <StateIcon state={state} />
        </span>
        <h3 class="banner-title">{title}</h3>
      </div>
      <BannerFacts facts={ms === undefined || facts.length === 0 ? facts : [...facts, duration(ms)]} />
      {walk.finished?.warnings.map((warning) => (
        <p key={warning.kind} class="banner-note">
          {visibleText(warningSentence(warning))}
        </p>
      ))}
      {failed && state === 'failed' ? <CauseAdvice failure={failed.failure} connection={connection} /> : null}
      {shown.older ? <p class="banner-older">{t('test.older')}</p> : null}
      {actions.guard && actions.guard !== 'told' && state !== 'running' ? (
        <p class="banner-note banner-guard">
          <Icon of={ShieldAlert} class="banner-guard-sign" />
          {t('status.guard.sentence')}
        </p>
      ) : null}
      <BannerActions state={state} shown={shown} asksAddress={asksAddress(failed, connection)} {...actions} />
    </div>
  );
}

/** In one line, or in more without a number that stands apart from its unit. */
function BannerFacts({ facts }: { facts: readonly string[] }) {
  if (facts.length === 0) return null;
  return (
    <p class="banner-facts">
      {facts.map((fact, at) => (
        <Fragment key={fact}>
          {at === 0 ? '' : ' · '}
          <span class="banner-fact">{fact}</span>
        </Fragment>
      ))}
    </p>
  );
}

type BannerState = 'running' | 'works' | 'warning' | 'failed' | 'cancelled';

interface BannerActionsProps extends VerdictActions {
  state: BannerState;
  shown: ShownTest;
  asksAddress: boolean;
}

function BannerActions({ state, shown, asksAddress, test, allowAddress, guard, busy }: BannerActionsProps) {
  if (state === 'running') return null;
  return (
    <div class="banner-actions">
      {guard === 'told' ? null : guard ? (
        <GuardButtons {...guard} busy={busy} />
      ) : asksAddress ? (
        <button type="button" class="button" aria-disabled={busy} onClick={() => void allowAddress()}>
          {t('test.allowAddress')}
        </button>
      ) : (
        <button type="button" class="button" aria-disabled={busy} onClick={() => void test()}>
          {t('test.again')}
        </button>
      )}
      {state === 'failed' && !asksAddress && !guard ? (
        <button
          type="button"
          class="button button-quiet"
          title={t('test.fullLogHelp')}
          aria-disabled={busy}
          onClick={() => void test(true)}
        >
          {t('test.fullLog')}
        </button>
      ) : null}
      <a href={logAddress({ testId: shown.testId })}>{t('test.showLog')}</a>
    </div>
  );
}

function bannerState({ finished }: Walk, { running }: ShownTest): BannerState {
  if (running) return 'running';
  if (finished?.verdict === 'passed') return finished.warnings.length > 0 ? 'warning' : 'works';
  return finished?.verdict ?? 'cancelled';
}

function titles({ events, lost }: ShownTest, { finished }: Walk): Record<BannerState, string> {
  return {
    running: events.length > 0 ? t('test.running') : t('test.waiting'),
    works: t('test.works'),
    warning: t('test.worksWithWarning'),
    failed: t('test.failed'),
    cancelled: lost ? t('test.lost') : finished ? t('test.stopped') : t('test.failed'),
  };
}

/** Loopback and unusual ports are dialled once the person has agreed; other refused addresses never are. */
function asksAddress(failed: ReturnType<typeof failedStage>, { allowAddress }: ConnectionSettings): boolean {
  const { kind, detail = '' } = failed?.failure ?? {};
  return kind === 'address_refused' && !allowAddress && detail.endsWith('was not confirmed.');
}
