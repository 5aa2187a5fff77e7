import type { Certificate } from '../../shared/evidence.ts';
import { t } from '../words.ts';
import { CertificateFacts } from './certificate-facts.tsx';
import type { Fact } from './stage-facts.ts';

/** All that a stage found out, by name; the server's own words are quoted. */
export function StageDetails({ facts, certificates }: { facts: Fact[]; certificates: Certificate[] }) {
  return (
    <div class="stage-found">
      <dl class="found">
        {facts.map(({ name, values, quoted }) => (
          <div key={name} class="found-fact">
            <dt>{t(`test.facts.${name}`)}</dt>
            <dd>
              {quoted ? (
                <blockquote class="quoted">
                  {values.map((value, at) => (
                    <span key={at} class="quoted-line">
                      {value}
                    </span>
                  ))}
                </blockquote>
              ) : (
                values.map((value, at) => (
                  <span key={at} class="found-value">
                    {value}
                  </span>
                ))
              )}
            </dd>
          </div>
        ))}
      </dl>
      {certificates.map((certificate, at) => (
        <CertificateFacts key={certificate.fingerprint256} certificate={certificate} at={at} />
      ))}
    </div>
  );
}
