import type { Certificate } from '../../shared/evidence.ts';
import { day } from '../../shared/tls-words.ts';
import { visibleText } from '../../shared/visible-text.ts';
import { testWords } from '../words/test.ts';

const namesShown = 10;

/** Whose certificate it is, who vouches for it, how long, and by which prints it is told from others. */
export function CertificateFacts({ certificate, at }: { certificate: Certificate; at: number }) {
  const { subject, names, issuer, validFrom, validTo, key, fingerprint256, spki } = certificate;
  const words = testWords.certificate;
  const more = names.length - namesShown;
  const shown = names.slice(0, namesShown).join(', ');
  const facts: [name: string, value: string, code: boolean][] = [
    [words.subject, subject, false],
    [words.names, more > 0 ? `${shown} ${words.more(more)}` : shown, false],
    [words.issuer, issuer, false],
    [words.valid, words.validFromTo(day(validFrom), day(validTo)), false],
    [words.key, key, false],
    [words.fingerprint, fingerprint256, true],
    [words.spki, spki, true],
  ];
  return (
    <section class="certificate">
      <h3 class="certificate-title">{words.title(at)}</h3>
      <dl class="found">
        {facts
          .filter(([, value]) => value !== '')
          .map(([name, value, code]) => (
            <div key={name} class="found-fact">
              <dt>{name}</dt>
              <dd>{code ? <code class="found-code">{visibleText(value)}</code> : visibleText(value)}</dd>
            </div>
          ))}
      </dl>
    </section>
  );
}
