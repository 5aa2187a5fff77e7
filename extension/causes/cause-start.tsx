import type { FailureKind } from '../../shared/failure.ts';
import { causesWords as words } from '../words/causes.ts';
import type { Cause } from './cause.ts';
import { type CauseAddress, formatCauseAddress } from './cause-address.ts';

const often: FailureKind[] = [
  'auth_bad_credentials',
  'auth_app_password_required',
  'connect_timeout',
  'tls_wrong_mode',
  'cert_hostname_mismatch',
];

const keys = [
  ['/', words.start.focusSearch],
  ['↑ ↓', words.start.move],
  ['Enter', words.start.open],
  ['Esc', words.start.clear],
] as const;

/** What stands beside the list while no cause is chosen: how to use it, and the causes met most often. */
export function CauseStart({ causes, address }: { causes: Cause[]; address: CauseAddress }) {
  const met = causes.filter(({ kind }) => often.includes(kind));
  return (
    <div class="start">
      <h2 class="cause-title">{words.start.title}</h2>
      <p class="start-lead">{words.start.lead}</p>
      <h3 class="cause-part">{words.start.often}</h3>
      <ul class="start-often">
        {met.map(({ kind, title }) => (
          <li key={kind}>
            <a href={formatCauseAddress({ ...address, kind })}>{title}</a>
          </li>
        ))}
      </ul>
      <h3 class="cause-part">{words.start.keys}</h3>
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
