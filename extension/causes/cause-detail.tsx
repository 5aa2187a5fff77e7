import { t } from '../words.ts';
import { AccountFactsForm } from './account-facts-form.tsx';
import { BackToList } from './back-to-list.tsx';
import { type AccountFacts, type Cause, groupOf } from './cause.ts';
import type { CauseAddress } from './cause-address.ts';
import { causeText } from './cause-text.ts';
import { CopyButton } from '../copy-button.tsx';

interface CauseDetailProps {
  cause: Cause;
  address: CauseAddress;
  onFacts: (facts: AccountFacts) => void;
}

/** One cause: what it means and what to do, the likeliest step first. */
export function CauseDetail({ cause, address, onFacts }: CauseDetailProps) {
  const { kind, title, why, steps } = cause;

  return (
    <article class="cause">
      <BackToList address={address} />
      <header class="cause-head">
        <p class="cause-group">{t(`causes.causes.groups.${groupOf(kind)}`)}</p>
        <h2 class="cause-title" tabIndex={-1}>
          {title}
        </h2>
        <div class="cause-line">
          <code class="cause-code" aria-label={`${t('causes.cause.code')} ${kind}`}>
            {kind}
          </code>
          <CopyButton label={t('causes.cause.copyCode')} text={kind} />
          <CopyButton label={t('causes.cause.copyText')} text={causeText(cause)} />
        </div>
      </header>
      <section aria-labelledby="why">
        <h3 class="cause-part" id="why">
          {t('causes.cause.why')}
        </h3>
        <p class="cause-why">{why}</p>
      </section>
      <section aria-labelledby="steps">
        <h3 class="cause-part" id="steps">
          {t('causes.cause.steps')}
        </h3>
        <ol class="cause-steps">
          {steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      </section>
      <AccountFactsForm facts={address.facts} onFacts={onFacts} />
    </article>
  );
}
