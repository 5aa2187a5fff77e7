import { securityOf } from '../../shared/account.ts';
import type { Failure } from '../../shared/failure.ts';
import { classify } from './classify.ts';
import type { SendingStep } from './classify/sending-step.ts';
import { CodedFailure, KnownFailure } from './known-failure.ts';
import type { Session } from './session.ts';
import { shortened } from './wire/last-words.ts';

/** Why the stage under way failed; texts in it are not all redacted yet. `step` is that of a letter's sending. */
export function failureOf(session: Session, error: unknown, step?: SendingStep): Failure {
  const { settings, at, greeting } = session;
  const known = error instanceof KnownFailure || error instanceof CodedFailure ? error : undefined;
  const reply = known?.reply === undefined ? session.wire?.words : shortened(known.reply);
  const cause = classify({
    type: settings.type,
    stage: at.stage,
    security: securityOf(settings),
    host: settings.server,
    error,
    ...(step === undefined ? {} : { step }),
    ...(greeting === undefined ? {} : { greeting }),
    ...(reply === undefined ? {} : { reply }),
  });
  // `EREFUSED` is ours, for a reply that says it better itself.
  const refused = known instanceof CodedFailure && known.code === 'EREFUSED';
  const detail = refused ? undefined : (cause.detail ?? known?.message);
  return {
    kind: cause.kind,
    ...(reply ? { reply } : {}),
    ...(detail === undefined ? {} : { detail }),
    ...(cause.code === undefined || refused ? {} : { code: cause.code }),
    retry: cause.retry,
    ...(known?.evidence ? { evidence: known.evidence } : {}),
  };
}
