import { type ComponentChildren, Fragment } from 'preact';
import type { Certificate } from '../../shared/evidence.ts';
import { day } from '../../shared/tls-words.ts';
import { visibleText } from '../../shared/visible-text.ts';
import { t } from '../words.ts';
import { PinOffer } from './pin-offer.tsx';

const namesShown = 10;

/** Whose certificate it is, who vouches for it, how long, and by which prints it is told from others. */
export function CertificateFacts({ certificate, at }: { certificate: Certificate; at: number }) {
  const { subject, names, issuer, validFrom, validTo, key, fingerprint256, spki } = certificate;
  const more = names.length - namesShown;
  const shown = names.slice(0, namesShown).join(', ');
  const facts: [name: string, value: string, code: boolean][] = [
    [t('test.certificate.subject'), subject, false],
    [
      t('test.certificate.names'),
      more > 0 ? `${shown} ${t('test.certificate.more', { count: more })}` : shown,
      false,
    ],
    [t('test.certificate.issuer'), issuer, false],
    [
      t('test.certificate.valid'),
      t('test.certificate.validFromTo', { from: day(validFrom), to: day(validTo) }),
      false,
    ],
    [t('test.certificate.key'), key, false],
    [t('test.certificate.fingerprint'), fingerprint256, true],
    [t('test.certificate.spki'), spki, true],
  ];
  return (
    <section class="certificate">
      <h3 class="certificate-title">
        {at === 0 ? t('test.certificate.title') : t('test.certificate.issuerAt', { at })}
      </h3>
      <dl class="found">
        {facts
          .filter(([, value]) => value !== '')
          .map(([name, value, code]) => (
            <div key={name} class="found-fact">
              <dt>{name}</dt>
              <dd>
                {code ? <code class="found-code">{breakable(visibleText(value))}</code> : visibleText(value)}
              </dd>
            </div>
          ))}
      </dl>
      {at === 0 ? <PinOffer spki={spki} /> : null}
    </section>
  );
}

/** A print in pairs of digits goes on in the next line after a pair. */
function breakable(print: string): ComponentChildren {
  return print.split(/(?<=:)/).map((pair, at) => (
    <Fragment key={at}>
      {pair}
      <wbr />
    </Fragment>
  ));
}
