import { decodeEscape } from './escapes.ts';
import { fold, foldUnit } from './fold.ts';

/** A reading of a text: folded characters, each with the stretch of the text it stands for. */
export interface View {
  codes: Uint16Array;
  starts: Uint32Array;
  ends: Uint32Array;
}

interface Reading {
  /** Lines are joined; `soft` drops a `=` before the break, `prefix` the reply's prefix behind it. */
  breaks?: { soft: boolean; prefix: boolean };
  /** Blanks do not count. */
  tight?: boolean;
  /** Escapes count as the character they stand for: any mixture of them is read. */
  decoded?: boolean;
}

/** Every reading in which a secret may lie hidden; those that would not differ from the plain one are left out. */
export function* viewsOf(text: string): Generator<View> {
  const folded = fold(text);
  yield read(text, folded, {});
  const hasBreaks = /[\r\n]/.test(text);
  if (hasBreaks) {
    for (const soft of [false, true]) {
      for (const prefix of [false, true]) yield read(text, folded, { breaks: { soft, prefix } });
    }
    yield read(text, folded, { tight: true, breaks: { soft: true, prefix: true } });
  }
  if (/\s/.test(text)) yield read(text, folded, { tight: true });
  if (/[%=&\\]/.test(text)) {
    yield read(text, folded, { decoded: true, ...(hasBreaks && { breaks: { soft: true, prefix: true } }) });
  }
}

function read(text: string, folded: Uint16Array, { breaks, tight, decoded }: Reading): View {
  // An escape may stand for two units, but is never shorter than that.
  const [codes, starts, ends] = [
    new Uint16Array(text.length),
    new Uint32Array(text.length),
    new Uint32Array(text.length),
  ];
  let length = 0;
  const add = (code: number, start: number, end: number): void => {
    codes[length] = code;
    starts[length] = start;
    ends[length] = end;
    length += 1;
  };
  for (let at = 0; at < text.length;) {
    const code = folded[at] ?? 0;
    const next = breaks ? behindBreak(text, at, code, breaks) : at;
    const escape = decoded && next === at ? decodeEscape(text, at) : undefined;
    if (next > at) at = next;
    else if (escape) {
      for (const unit of escape.text) {
        for (let half = 0; half < unit.length; half += 1)
          add(foldUnit(unit.charCodeAt(half)), at, at + escape.width);
      }
      at += escape.width;
    } else {
      if (!(tight && isBlank(code))) add(code, at, at + 1);
      at += 1;
    }
  }
  return {
    codes: codes.subarray(0, length),
    starts: starts.subarray(0, length),
    ends: ends.subarray(0, length),
  };
}

/** What a server sets before the text of a reply: SMTP code with enhanced code (RFC 3463), IMAP status, POP3 sign, challenge. */
const replyPrefix =
  /[ \t]*(?:\d{3}(?:[ -]|(?=[\r\n]|$))(?:\d\.\d{1,3}\.\d{1,3}(?:[ \t]|(?=[\r\n]|$)))?|(?:[*+]|[+-](?:OK|ERR)|[\w.]{1,20}(?= (?:OK|NO|BAD|BYE) ))(?: (?:OK|NO|BAD|BYE)(?= ))? (?:\[[^\]\r\n]{0,80}\] )?)/iy;

/** The index behind a line break at `at`, or `at` when there is none. */
function behindBreak(
  text: string,
  at: number,
  code: number,
  { soft, prefix }: { soft: boolean; prefix: boolean },
): number {
  let next = soft && code === 0x3d ? at + 1 : at;
  if (!isBreak(text.charCodeAt(next))) return at;
  while (isBreak(text.charCodeAt(next))) next += 1;
  replyPrefix.lastIndex = next;
  return prefix && replyPrefix.test(text) ? replyPrefix.lastIndex : next;
}

function isBreak(code: number): boolean {
  return code === 0x0d || code === 0x0a;
}

function isBlank(code: number): boolean {
  return code === 0x20 || (code >= 0x09 && code <= 0x0d) || code === 0xa0;
}
