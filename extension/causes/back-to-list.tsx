import { t } from '../words.ts';
import { type CauseAddress, formatCauseAddress } from './cause-address.ts';

/** The way back where list and cause do not fit side by side. */
export function BackToList({ address }: { address: CauseAddress }) {
  return (
    <a class="back" href={formatCauseAddress({ ...address, kind: undefined })}>
      <span aria-hidden="true">←</span> {t('causes.causes.all')}
    </a>
  );
}
