import { type AccountType, accountTypes, type Security } from '../../shared/account.ts';
import { type Provider, providerOf } from '../../shared/explanation/provider.ts';
import type { FailureKind } from '../../shared/failure.ts';
import type { Stage } from '../../shared/stage.ts';
import { kindOfCode, kindOfVagueCode, kindOfWording } from './classify/codes.ts';
import { judgeReply } from './classify/judge-reply.ts';
import { readPaste } from './classify/paste.ts';
import { readRefusal, type Refusal } from './classify/refusal.ts';
import { canRetry } from './classify/retry.ts';
import type { SendingStep } from './classify/sending-step.ts';
import { readThrown, type Thrown } from './classify/thrown.ts';
import { KnownFailure } from './known-failure.ts';

/** Everything that is known where a stage failed. */
export interface Trouble {
  type: AccountType;
  stage: Stage;
  security: Security;
  /** Host name typed by the person: says which provider it is, e.g. imap.mail.me.com. */
  host: string;
  /** The server's greeting, when it came. */
  greeting?: string;
  /** The server's words in this stage: untagged and tagged lines, multi-line replies joined by `\n`. May be empty. */
  reply?: string;
  /** Of a letter that is sent. */
  step?: SendingStep;
  /** What was thrown: a KnownFailure, a Node or OpenSSL error, an error of nodemailer, imapflow or node-pop3. */
  error?: unknown;
}

/** Why it failed. `code` and `detail` come from what was thrown, not redacted yet. */
export interface Cause {
  kind: FailureKind;
  retry: boolean;
  code?: string;
  detail?: string;
}

/**
 * Names the one cause of a failed stage: what the wire knows for certain, then the server's words, then codes of
 * libraries, Node and OpenSSL. Never throws.
 */
export function classify(trouble: Trouble): Cause {
  try {
    return judge(trouble);
  } catch {
    // A thrown object may have getters that throw.
    return { kind: 'internal_error', retry: false };
  }
}

/** A cause guessed from pasted text, with the protocol and stage it fits. */
export interface Guess extends Cause {
  type?: AccountType;
  stage?: Stage;
  /** Other causes the same words could have in another protocol or stage. */
  others: FailureKind[];
}

/** Guesses protocol, stage and cause of pasted text: a reply, a log line, a stack trace. Undefined when nothing is known. */
export function classifyText(text: string, hints: Partial<Trouble> = {}): Guess | undefined {
  try {
    return guess(text, hints);
  } catch {
    return undefined;
  }
}

function judge(trouble: Trouble): Cause {
  const { type, stage, error } = trouble;
  const thrown = readThrown(type, error);
  const known = error instanceof KnownFailure ? error : undefined;
  const reply = known?.reply ?? (trouble.reply || thrown.reply);
  const refusal = reply && serverSpeaks(stage) ? readRefusal(type, reply) : undefined;
  const retryable = (kind: FailureKind): Cause => ({
    kind,
    retry: canRetry(kind, refusal),
    ...(thrown.codes[0] ? { code: thrown.codes[0] } : {}),
  });
  if (known && !vague.has(known.kind)) return { ...retryable(known.kind), detail: known.message };

  const verdict = refusal?.signed ? judgeReply(type, stage, refusal, trouble.step) : undefined;
  if (verdict?.sure && refusal) return retryable(sharpen(verdict.kind, trouble, refusal));
  if (known) return { ...retryable(known.kind), detail: known.message };
  if (verdict && refusal) return retryable(sharpen(verdict.kind, trouble, refusal));

  const detail = thrown.message ? { detail: thrown.message } : {};
  return {
    ...retryable(fromThrown(trouble, thrown) ?? fromLooseWords(trouble, refusal) ?? 'internal_error'),
    ...detail,
  };
}

/** Before the greeting no server has said a word: what looks like a reply is a client's message. */
function serverSpeaks(stage: Stage): boolean {
  return stage !== 'resolve' && stage !== 'connect' && stage !== 'tls';
}

/** Failures of the wire that a telling reply outranks. */
const vague = new Set<FailureKind>([
  'connection_closed',
  'connection_reset',
  'protocol_error',
  'reply_timeout',
  'server_error',
  'internal_error',
]);

function fromThrown(
  { stage, reply, greeting }: Trouble,
  { codes, message }: Thrown,
): FailureKind | undefined {
  const spoke = serverSpeaks(stage) && Boolean(reply || greeting);
  const context = { stage, agreed: Boolean(reply), spoke, message };
  return (
    firstOf(codes, (code) => kindOfCode(code, context)) ??
    kindOfWording(message) ??
    firstOf(codes, kindOfVagueCode)
  );
}

/** Words without a sign of the protocol: a client's message, or a reply that lost its code. */
function fromLooseWords(
  { type, stage, reply, ...rest }: Trouble,
  refusal: Refusal | undefined,
): FailureKind | undefined {
  if (!reply) return undefined;
  const kind = kindOfWording(reply);
  if (kind || !refusal) return kind;
  return sharpen(judgeReply(type, stage, refusal).kind, { type, stage, reply, ...rest }, refusal);
}

function firstOf<Item, Found>(items: Item[], find: (item: Item) => Found | undefined): Found | undefined {
  for (const item of items) {
    const found = find(item);
    if (found !== undefined) return found;
  }
  return undefined;
}

function guess(text: string, hints: Partial<Trouble>): Guess | undefined {
  const { type, words } = readPaste(text);
  const types = hints.type ? [hints.type] : type ? [type] : accountTypes;
  const guesses: (Guess & { sure: boolean })[] = [];
  for (const type of types) {
    const refusal = readRefusal(type, words);
    if (!refusal) continue;
    for (const stage of hints.stage ? [hints.stage] : likelyStages(type, refusal)) {
      const verdict = judgeReply(type, stage, refusal);
      if (!verdict.sure && !refusal.signed) continue;
      const kind = sharpen(verdict.kind, { security: 'ssl', host: '', ...hints, type, stage }, refusal);
      guesses.push({ kind, retry: canRetry(kind, refusal), type, stage, others: [], sure: verdict.sure });
    }
  }
  const local = type ? undefined : kindOfWording(text);
  if (local) return { kind: local, retry: canRetry(local, undefined), others: [] };
  const best = guesses.find(({ sure }) => sure) ?? guesses[0];
  if (!best) return undefined;
  const { sure, ...answer } = best;
  const others = new Set(guesses.filter((guess) => guess.sure === sure).map(({ kind }) => kind));
  return { ...answer, others: [...others].filter((kind) => kind !== best.kind) };
}

/** Where a pasted reply most often comes from, the likeliest first. */
function likelyStages(type: AccountType, { code, text }: Refusal): Stage[] {
  const aboutTls = /\bTLS\b[^\n]{0,20}(?:unavailable|not available)|STARTTLS\)|initiali[sz]ing TLS/i.test(
    text,
  );
  if (type !== 'smtp') return [...(aboutTls ? (['starttls'] as const) : []), 'login', 'mailbox', 'greeting'];
  const afterLogin = code === 501 || (code !== undefined && code >= 550);
  return [
    ...(aboutTls ? (['starttls'] as const) : []),
    ...(afterLogin ? (['sender', 'login'] as const) : (['login', 'sender'] as const)),
    'greeting',
  ];
}

/** What a general refusal of the password means at this provider. */
function sharpen(kind: FailureKind, { stage, host, greeting }: Trouble, refusal: Refusal): FailureKind {
  if (stage !== 'login' || !generalRefusals.has(kind)) return kind;
  const provider = providerOf(host, `${greeting ?? ''}\n${refusal.text}`);
  if (!provider || (provider === 'microsoft' && /user credentials were incorrect/i.test(refusal.text)))
    return kind;
  const usual = refusalAt[provider];
  // A reply that lists several causes keeps them, unless its words are this provider's only ones.
  return usual && (kind !== 'auth_ambiguous' || usual === 'auth_bad_credentials') ? usual : kind;
}

const generalRefusals = new Set<FailureKind>([
  'auth_bad_credentials',
  'auth_app_password_likely',
  'auth_ambiguous',
]);

const refusalAt: Partial<Record<Provider, FailureKind>> = {
  yahoo: 'auth_app_password_likely',
  icloud: 'auth_app_password_likely',
  fastmail: 'auth_app_password_likely',
  tonline: 'auth_app_password_likely',
  qq: 'auth_app_password_likely',
  netease: 'auth_app_password_likely',
  microsoft: 'auth_ambiguous',
  gmx: 'auth_ambiguous',
  ionos: 'auth_bad_credentials',
  zimbra: 'auth_bad_credentials',
  gmail: 'auth_bad_credentials',
};
