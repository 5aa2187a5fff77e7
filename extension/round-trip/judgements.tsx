import { CircleCheck, CircleMinus, CircleX } from 'lucide';
import type { Judgement } from '../../shared/round-trip.ts';
import { Icon } from '../status/icon.tsx';
import { t } from '../words.ts';
import { teller } from './teller.ts';

/** What the receiving server found out about the sender, with what each result means, and who says it. */
export function Judgements({ judgement }: { judgement: Judgement | undefined }) {
  const { by, results, notes } = teller.judgement(judgement);
  return (
    <section class="panel" aria-labelledby="judgement-title">
      <h2 class="panel-title" id="judgement-title">
        {t('roundTrip.judgement.title')}
      </h2>
      <div class="panel-body">
        {results.length > 0 && (
          <>
            <p class="judgement-by">{t('roundTrip.judgement.by', { by })}</p>
            <ul class="judgements">
              {results.map(({ name, result, tone, meaning, details }, at) => (
                <li key={at} class="judgement">
                  <span class={`judgement-result judgement-${tone}`}>
                    <Icon of={signs[tone]} />
                    <strong>{name}</strong> <span lang="en">{result}</span>
                  </span>
                  <span class="judgement-words">
                    {meaning}
                    {details.length > 0 && (
                      <span class="judgement-details" lang="en" dir="auto">
                        {details.join(' ')}
                      </span>
                    )}
                  </span>
                </li>
              ))}
            </ul>
          </>
        )}
        {notes.map((note) => (
          <p key={note} class="judgement-by">
            {note}
          </p>
        ))}
      </div>
    </section>
  );
}

const signs = { good: CircleCheck, bad: CircleX, quiet: CircleMinus } as const;
