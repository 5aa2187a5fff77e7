import { conditionTexts as english } from '../texts/en/conditions.ts';
import { textsOf } from '../texts.ts';

const texts = textsOf('conditions', english);

/** A word, a text in quotes, a bracket or a comma of a condition in words, and where it stands. */
export interface Token {
  kind: 'word' | 'text' | 'sign' | 'end';
  /** Of a text without quotes and escapes. */
  value: string;
  at: number;
  /** Where the next one may begin. */
  end: number;
}

/** What is wrong with a condition in words, and from where to where. */
export class ConditionTrouble extends Error {
  override readonly name = 'ConditionTrouble';
  readonly at: number;
  readonly end: number;

  constructor(sentence: string, { at, end }: { at: number; end: number }) {
    super(sentence);
    this.at = at;
    this.end = end;
  }
}

const quotes: Record<string, string> = { '"': '"', "'": "'", '“': '”', '«': '»' };

/** The tokens of a condition in words, the last of kind `end`. Throws ConditionTrouble for a quote that stays open. */
export function conditionTokens(text: string): Token[] {
  const tokens: Token[] = [];
  const blanks = /\s*/y;
  const sign = /[(),]/y;
  const word = /[^\s(),"“«]+/y;
  for (let at = 0; ;) {
    blanks.lastIndex = at;
    at += blanks.exec(text)?.[0].length ?? 0;
    if (at >= text.length) return [...tokens, { kind: 'end', value: '', at, end: at }];
    const token = quoted(text, at) ?? plain(text, at, sign, 'sign') ?? plain(text, at, word, 'word');
    // A word takes whatever the others leave.
    if (!token) throw new ConditionTrouble(texts().unread, { at, end: at + 1 });
    tokens.push(token);
    at = token.end;
  }
}

function plain(text: string, at: number, form: RegExp, kind: 'sign' | 'word'): Token | undefined {
  form.lastIndex = at;
  const value = form.exec(text)?.[0];
  return value === undefined ? undefined : { kind, value, at, end: at + value.length };
}

function quoted(text: string, at: number): Token | undefined {
  const close = quotes[text[at] ?? ''];
  if (close === undefined) return undefined;
  let value = '';
  for (let next = at + 1; next < text.length; next += 1) {
    const character = text[next] ?? '';
    if (character === close) return { kind: 'text', value, at, end: next + 1 };
    // A backslash takes the next character as it is.
    if (character === '\\') next += 1;
    value += text[next] ?? '';
  }
  throw new ConditionTrouble(texts().openQuote(close), {
    at,
    end: at + 1,
  });
}
