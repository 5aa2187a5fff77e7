import type { AccountType } from '../../../shared/account.ts';
import type { FailureKind } from '../../../shared/failure.ts';
import type { Stage } from '../../../shared/stage.ts';
import { generalPatterns } from './general-patterns.ts';
import { loginPatterns } from './login-patterns.ts';
import type { Pattern } from './pattern.ts';
import type { Refusal } from './refusal.ts';
import { recipientNamed, recipientPatterns } from './recipient-patterns.ts';
import type { SendingStep } from './sending-step.ts';
import { sendingPatterns } from './sending-patterns.ts';
import { tellingBrackets, tellingEnhanced, vagueBrackets, vagueEnhanced } from './status-codes.ts';

/** What a refusal means; `sure` is false when only the stage says so. */
export interface Verdict {
  kind: FailureKind;
  sure: boolean;
}

/** Judges a server's refusal: telling words, then telling codes, general words, vague codes, and at last the stage. */
export function judgeReply(type: AccountType, stage: Stage, refusal: Refusal, step?: SendingStep): Verdict {
  const kind =
    (step === 'recipient' ? byWords(recipientPatterns, type, stage, refusal) : undefined) ??
    byWords([...loginPatterns, ...sendingPatterns], type, stage, refusal) ??
    byCode(tellingBrackets, tellingEnhanced, refusal) ??
    byWords(generalPatterns, type, stage, refusal) ??
    byCode(vagueBrackets, vagueEnhanced, refusal) ??
    (step === 'letter' ? undefined : byWords(recipientNamed, type, stage, refusal));
  if (kind) return { kind: atStage(kind, stage), sure: true };
  return { kind: byStep(type, stage, refusal, step), sure: false };
}

function byWords(
  patterns: Pattern[],
  type: AccountType,
  stage: Stage,
  refusal: Refusal,
): FailureKind | undefined {
  return patterns.find(
    ({ says, of, at, unless, lasting }) =>
      (!of || of.includes(type)) &&
      (!at || at.includes(stage)) &&
      !(lasting && isTemporary(refusal)) &&
      !unless?.some((code) => refusal.brackets.includes(code)) &&
      says.some((wording) => wording.test(refusal.text)),
  )?.kind;
}

function byCode(
  brackets: Record<string, FailureKind>,
  enhanced: Record<string, FailureKind>,
  refusal: Refusal,
): FailureKind | undefined {
  for (const code of refusal.brackets) if (Object.hasOwn(brackets, code)) return brackets[code];
  // Microsoft puts the general code first and the one that names the cause last.
  for (const code of refusal.enhanced.toReversed()) {
    const detail = code.slice(2);
    if (Object.hasOwn(enhanced, detail) && !(isTemporary(refusal) && temporaryWins.has(detail)))
      return enhanced[detail];
  }
  return undefined;
}

/** Is it a 4yz reply, or without a reply code a 4.x.y one? */
export function isTemporary({ code, enhanced }: Refusal): boolean {
  return code ? code < 500 : (enhanced.at(-1)?.startsWith('4') ?? false);
}

/** A 4yz reply with these codes is trouble of the server's, not of the password. */
const temporaryWins = new Set(['7.8', '5.1', '5.2', '5.4', '1.7', '1.8']);

/** STARTTLS has one cause for whatever the server says, unless it speaks about limits or blocks. */
function atStage(kind: FailureKind, stage: Stage): FailureKind {
  if (stage !== 'starttls') return kind;
  return aboutTheClient.has(kind) ? kind : 'starttls_unavailable';
}

const aboutTheClient = new Set<FailureKind>([
  'connection_limit',
  'rate_limited',
  'auth_rate_limited',
  'client_host_rejected',
  'connection_closed',
  'server_temporary',
]);

/** Where nothing but the command tells, a refusal is about what the command was about. */
function byStep(
  type: AccountType,
  stage: Stage,
  refusal: Refusal,
  step: SendingStep | undefined,
): FailureKind {
  const kind = byStage[stage](type, refusal);
  if (kind !== 'sender_rejected' || step === undefined) return kind;
  return step === 'recipient' ? 'recipient_rejected' : 'message_rejected_policy';
}

type Default = (type: AccountType, refusal: Refusal) => FailureKind;

const rejected: Default = (type, refusal) => {
  if (type === 'smtp') return isTemporary(refusal) ? 'server_temporary' : 'server_error';
  if (refusal.status === 'BYE') return 'connection_closed';
  return refusal.status === 'BAD' ? 'protocol_error' : 'server_error';
};

const byStage: Record<Stage, Default> = {
  resolve: rejected,
  connect: rejected,
  tls: rejected,
  greeting: (type, refusal) =>
    refusal.status === 'PREAUTH' ? 'unexpected_preauth' : rejected(type, refusal),
  starttls: () => 'starttls_unavailable',
  login: (type, refusal) => {
    if (type === 'smtp') return smtpLogin(refusal);
    return refusal.status === 'BAD' || refusal.status === 'BYE'
      ? rejected(type, refusal)
      : 'auth_bad_credentials';
  },
  sender: (_, refusal) => {
    if (isTemporary(refusal)) return 'server_temporary';
    if (refusal.code === 530) return 'auth_required';
    if (refusal.code === 552) return 'message_too_large';
    return refusal.code && refusal.code < 505 ? 'protocol_error' : 'sender_rejected';
  },
  mailbox: (type, refusal) =>
    refusal.status === 'NO' ? 'auth_mailbox_unavailable' : rejected(type, refusal),
  logout: rejected,
};

function smtpLogin(refusal: Refusal): FailureKind {
  if (refusal.code === 421) return 'server_temporary';
  if (isTemporary(refusal)) return 'auth_temporary';
  if (refusal.code === 530) return 'auth_required';
  if (refusal.code === 501) return 'auth_protocol_error';
  if (refusal.code === 534 || (refusal.code && refusal.code <= 504)) return 'auth_mechanism_unsupported';
  return refusal.code === 550 || refusal.code === 554 ? 'auth_policy_blocked' : 'auth_bad_credentials';
}
