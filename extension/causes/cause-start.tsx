import type { FailureKind } from '../../shared/failure.ts';
import { t } from '../words.ts';
import { allCauses } from './cause.ts';
import { type CauseAddress, formatCauseAddress } from './cause-address.ts';

const often: FailureKind[] = [
  'auth_bad_credentials',
  'auth_app_password_required',
  'connect_timeout',
  'tls_wrong_mode',
  'cert_hostname_mismatch',
];

const keys = [
  ['/', t('causes.start.focusSearch')],
  ['↑ ↓', t('causes.start.move')],
  ['Enter', t('causes.start.open')],
  ['Esc', t('causes.start.clear')],
] as const;

/** What stands beside the list while no cause is chosen: how to use it, and the causes met most often. */
export function CauseStart({ address }: { address: CauseAddress }) {
  const causes = allCauses(address.facts).filter(({ kind }) => often.includes(kind));
  return (
    <div class="start">
      <h2 class="cause-title">{t('causes.start.title')}</h2>
      <p class="start-lead">{t('causes.start.lead')}</p>
      <h3 class="cause-part">{t('causes.start.often')}</h3>
      <ul class="start-often">
        {causes.map(({ kind, title }) => (
          <li key={kind}>
            <a href={formatCauseAddress({ ...address, kind })}>{title}</a>
          </li>
        ))}
      </ul>
      <h3 class="cause-part">{t('causes.start.keys')}</h3>
      <dl class="start-keys">
        {keys.map(([key, does]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
