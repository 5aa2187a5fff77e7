import type { ConnectionSettings } from '../../shared/account.ts';
import type { TestEvent } from '../../shared/event.ts';
import type { Certificate } from '../../shared/evidence.ts';
import { evidence } from '../../shared/evidence.ts';
import { explain } from '../../shared/explanation.ts';
import type { FailureKind } from '../../shared/failure.ts';

const day = 24 * 60 * 60 * 1000;
const soon = 21 * day;

/** What a passed stage must not hide: sentences for the verdict. */
export function warningsOf(
  settings: ConnectionSettings,
  { stage, evidence: found }: Extract<TestEvent, { type: 'passed' }>,
): string[] {
  if (stage === 'login' && !settings.ssl && !settings.tls) {
    return ['The password travelled in plain text: anyone on the way could read it.'];
  }
  if (stage !== 'tls' && stage !== 'starttls') return [];
  const { trust, findings, certificates } = evidence.tls.parse(found);
  const own = certificates[0];
  return [
    ...(trust === 'not validated'
      ? [
          `The certificate was not validated (${titles(findings)}): the connection may end at somebody else's server.`,
        ]
      : []),
    ...(trust === 'pinned' && findings.length > 0
      ? [`The certificate is trusted by its pin alone; validation found: ${titles(findings)}.`]
      : []),
    ...(own ? aging(own) : []),
    ...(own && weak(own) ? [`The server's key is weak (${own.key}): 2048 bits are the least for RSA.`] : []),
  ];
}

function titles(kinds: FailureKind[]): string {
  return kinds.map((kind) => explain(kind).title).join('; ');
}

function aging({ validTo }: Certificate): string[] {
  const left = Date.parse(validTo) - Date.now();
  return left > 0 && left < soon
    ? [`The certificate runs out in ${Math.ceil(left / day)} days (${validTo.slice(0, 10)}).`]
    : [];
}

function weak({ key }: Certificate): boolean {
  const [kind, bits] = key.split(' ');
  return kind === 'RSA' && Number(bits) < 2048;
}
