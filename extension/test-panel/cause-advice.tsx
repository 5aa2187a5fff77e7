import { type ConnectionSettings, securityOf } from '../../shared/account.ts';
import { againSentence } from '../../shared/again-sentence.ts';
import type { Failure } from '../../shared/failure.ts';
import { visibleLines, visibleText } from '../../shared/visible-text.ts';
import { t } from '../words.ts';
import { useExplanation } from './use-explanation.ts';

/** Why it failed, the server's own words, what we saw, and the steps, the likeliest to help first. */
export function CauseAdvice({ failure, connection }: { failure: Failure; connection: ConnectionSettings }) {
  const explain = useExplanation();
  const { kind, reply, detail, code, retry } = failure;
  const { type, server, port } = connection;
  const words = explain?.(kind, { type, server, port, security: securityOf(connection), detail, reply });
  const seen = [detail, code && !detail?.includes(code) && (detail || !reply) ? code : undefined];
  const seenText = seen.filter(Boolean).join(' · ');
  return (
    <div class="advice">
      <p class="advice-why">{visibleText(words?.why ?? '')}</p>
      {reply ? (
        <figure class="said">
          <figcaption class="advice-part">{t('test.serverSaid')}</figcaption>
          <blockquote class="quoted">
            {visibleLines(reply).map((line, at) => (
              <span key={at} class="quoted-line">
                {line}
              </span>
            ))}
          </blockquote>
        </figure>
      ) : null}
      {seenText ? (
        <p class="advice-seen">
          <span class="advice-part">{t('test.weSaw')}</span> {visibleText(seenText)}
        </p>
      ) : null}
      {words ? (
        <>
          <h4 class="advice-part">{t('test.steps')}</h4>
          <ol class="advice-steps">
            {words.steps.map((step) => (
              <li key={step}>{visibleText(step)}</li>
            ))}
          </ol>
        </>
      ) : null}
      <p class="advice-again">{againSentence(retry)}</p>
    </div>
  );
}
