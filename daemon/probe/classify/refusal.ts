import type { AccountType } from '../../../shared/account.ts';

/** The refusing part of what a server said in one stage. */
export interface Refusal {
  /** The refusing lines joined by `\n`, without the ones that agree to something. */
  text: string;
  /** Reply code of the last refusing SMTP line. */
  code?: number;
  /** Enhanced status codes (RFC 3463) of SMTP lines, such as `5.7.139`, in order. */
  enhanced: string[];
  /** Response codes in brackets (RFC 5530, 3206, 2449), upper case, without arguments: `UNAVAILABLE`, `SYS/TEMP`. */
  brackets: string[];
  /** Last refusing IMAP status. */
  status?: string;
  /** Does anything in it show that a server of this protocol wrote it? */
  signed: boolean;
}

/** Takes a server's words apart. Undefined when nothing in them refuses anything. */
export function readRefusal(type: AccountType, reply: string): Refusal | undefined {
  const kept: string[] = [];
  let inRefusal = false;
  let agreed = false;
  for (const line of lines(reply)) {
    const sense = senses[type](line);
    if (sense === 'agrees') agreed = true;
    // A line without any sign of its own belongs to the line before it, or to a paste without codes.
    inRefusal = sense === 'refuses' || (sense === 'unclear' && (inRefusal || !agreed));
    if (inRefusal && line.trim()) kept.push(line);
  }
  if (kept.length === 0) return undefined;
  const said = kept.join('\n');
  const text = type === 'smtp' ? kept.map(fromLastCode).join('\n') : said;
  const code = type === 'smtp' ? last(said, /^(?:\W{0,3})([45]\d\d)(?:[ -]|$)/gm) : undefined;
  const status = type === 'imap' ? last(said, imapRefusal) : undefined;
  const enhanced = type === 'smtp' ? all(said, enhancedCode) : [];
  const brackets =
    type === 'smtp'
      ? []
      : all(text, /\[([a-z][a-z0-9/-]{1,30})[\] ]/gi).map((bracket) => bracket.toUpperCase());
  return {
    text,
    ...(code ? { code: Number(code) } : {}),
    ...(status ? { status: status.toUpperCase() } : {}),
    enhanced,
    brackets,
    signed: Boolean(code || status) || enhanced.length > 0 || /^-ERR/im.test(text),
  };
}

type Sense = 'refuses' | 'agrees' | 'unclear';

const enhancedCode = /(?<![\d.])([45]\.\d{1,3}\.\d{1,3})(?![.\d])/g;

/** Where Microsoft puts a second reply into the first, the second one has the cause. */
function fromLastCode(line: string): string {
  const codes = [...line.matchAll(enhancedCode)];
  const tail = line.slice(codes.at(-1)?.index ?? 0);
  const several = new Set(codes.map(([code]) => code)).size > 1;
  return several && /^\S+ \S[^\n]{8}/.test(tail) ? tail : line;
}

const imapRefusal = /^(?:\S{1,64} )?(NO|BAD|BYE|PREAUTH)(?: |$)/gim;

const senses: Record<AccountType, (line: string) => Sense> = {
  smtp: (line) =>
    /^[45]\d\d(?:[ -]|$)/.test(line) ? 'refuses' : /^[23]\d\d(?:[ -]|$)/.test(line) ? 'agrees' : 'unclear',
  pop3: (line) => (/^-ERR/i.test(line) ? 'refuses' : line.startsWith('+') ? 'agrees' : 'unclear'),
  imap: (line) => {
    if (/^(?:\S{1,64} )?(?:NO|BAD|BYE|PREAUTH)(?: |$)/i.test(line)) return 'refuses';
    return /^(?:\S{1,64} OK\b|OK\b|\+|\* (?:\d+ |OK|CAPABILITY|FLAGS|LIST|LSUB|SEARCH|ESEARCH|ENABLED|ID|NAMESPACE|STATUS))/i.test(
      line,
    )
      ? 'agrees'
      : 'unclear';
  },
};

/** A hostile server may send megabytes on one line: the first and the last 4 KiB hold every known reply. */
function lines(reply: string): string[] {
  const short = reply.length > 8192 ? `${reply.slice(0, 4096)}\n${reply.slice(-4096)}` : reply;
  return short.split(/\r?\n|\r/);
}

function all(text: string, pattern: RegExp): string[] {
  return Array.from(text.matchAll(pattern), (match) => match[1] ?? '');
}

function last(text: string, pattern: RegExp): string | undefined {
  return all(text, pattern).at(-1);
}
