/**
 * Text that somebody else wrote (a server, a certificate), made safe to show: every character that a
 * terminal or a page would obey or hide stands there as an escape such as `\x1b` or `\u202e`. What joins
 * emoji to one, or chooses their look, passes inside of an emoji alone.
 * One line: line breaks are escaped too. At most `limit` characters, then `…`.
 */
export function visibleText(text: string, limit = 512): string {
  if (text.length <= limit && !unseen.test(text)) return text;
  let shown = '';
  // Every character shows as at least one, so that no more than this is ever looked at.
  for (const [part] of text.slice(0, 2 * limit + 2).matchAll(parts)) {
    const piece = unseen.test(part) && !emoji.test(part) ? escapeOf(part) : part;
    if (shown.length + piece.length > limit) return `${shown.slice(0, limit - 1).replace(halved, '')}…`;
    shown += piece;
  }
  return shown;
}

/** The lines of a reply, each as {@link visibleText}; lines above `most` become one line that counts them. */
export function visibleLines(text: string, most = 50): string[] {
  const lines = text.replace(/\r?\n$/, '').split(/\r?\n/);
  const shown = lines.slice(0, most).map((line) => visibleText(line));
  const left = lines.length - shown.length;
  return left > 0 ? [...shown, `… ${left} more ${left === 1 ? 'line' : 'lines'}`] : shown;
}

/**
 * A text of many lines made safe to show: as {@link visibleText}, but line breaks and tabs stay, the invisible padding of
 * advertisements goes, and what joins letters (U+200C, U+200D) passes. At most `limit` characters.
 */
export function visibleParagraphs(text: string, limit: number): string {
  const lines = text
    .slice(0, limit)
    .replaceAll(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
    .replaceAll(padding, '');
  const shown = lines.replaceAll(everyUnseen, (character) =>
    kept.test(character) ? character : escapeOf(character),
  );
  return shown.slice(0, limit).replace(halved, '');
}

/** JSON on one line that a terminal can show: `JSON.stringify` leaves C1, bidi and invisible characters as they are. */
export function visibleJson(value: unknown): string {
  return JSON.stringify(value).replace(everyUnseen, (character) =>
    character
      .split('')
      .map((unit) => `\\u${hex(unit.charCodeAt(0), 4)}`)
      .join(''),
  );
}

// Controls, formatting (bidi, zero width), line and paragraph separators, lone surrogates, and all that
// Unicode lets a font leave out. Blanks other than U+0020 stay: they show as blanks.
const unseenClass = String.raw`[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Default_Ignorable_Code_Point}]`;
const unseen = new RegExp(unseenClass, 'u');
const everyUnseen = new RegExp(unseenClass, 'gu');

/** Soft hyphens, zero-width blanks, byte order marks: written to fill a preview, or to break a line. */
const padding = /\u00ad|\u034f|\u200b|\u2060|\ufeff/g;
/** What a text needs: lines, tabs, joiners of letters, looks and tones of emoji. */
const kept = /\t|\n|\u200c|\u200d|\ufe0e|\ufe0f/;

// A keycap, or pictures each with a look or a skin tone at most, joined by U+200D: UTS 51, section 1.4.
const emojiParts = String.raw`[0-9#*]\ufe0f\u20e3|${picture()}(?:\u200d${picture()}){0,8}`;
const emoji = new RegExp(`^(?:${emojiParts})$`, 'u');
const parts = new RegExp(`${emojiParts}|[^]`, 'gu');
/** What is left of one that was cut. Looked for from the first of them alone: a text may hold a hundred thousand. */
const halved = /(?<!\p{Cs}|\u200d|\ufe0e|\ufe0f)(?:\p{Cs}|\u200d|\ufe0e|\ufe0f)+$/u;

function picture(): string {
  return String.raw`\p{Extended_Pictographic}(?:[\ufe0e\ufe0f]|\p{Emoji_Modifier})?`;
}

function escapeOf(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  if (code <= 0xff) return `\\x${hex(code, 2)}`;
  return code <= 0xffff ? `\\u${hex(code, 4)}` : `\\u{${hex(code, 0)}}`;
}

function hex(code: number, digits: number): string {
  return code.toString(16).padStart(digits, '0');
}
