/** A line as it is being typed in raw mode. */
export interface Typed {
  text: string;
  state: 'open' | 'done' | 'cancelled';
}

/** Applies what one read of the terminal brought: characters, a paste, keys that edit or end the line. */
export function type(before: Typed, input: string): Typed {
  let { text } = before;
  // Cursor and function keys; a paste may come in the brackets \x1b[200~ … \x1b[201~.
  for (const character of input.replace(keySequence, '')) {
    if (character === '\r' || character === '\n') return { text, state: 'done' };
    if (character === ctrl.c || (character === ctrl.d && text === ''))
      return { text: '', state: 'cancelled' };
    if (character === ctrl.h || character === '\x7f') text = withoutLast(text);
    else if (character === ctrl.u || character === ctrl.w) text = '';
    // What is left of the controls is no part of a password; a tab, pasted, may be.
    else if (character >= ' ' || character === '\t') text += character;
  }
  return { text, state: 'open' };
}

const ctrl = { c: '\x03', d: '\x04', h: '\b', u: '\x15', w: '\x17' };

// ESC is what key sequences begin with.
const keySequence = /\x1b(?:\[[0-?]*[ -/]*[@-~]|O[@-~])?/g;

/** Backspace takes what the person sees as one character, though it may be several code points. */
function withoutLast(text: string): string {
  const characters = [...new Intl.Segmenter().segment(text)];
  return text.slice(0, characters.at(-1)?.index ?? 0);
}
