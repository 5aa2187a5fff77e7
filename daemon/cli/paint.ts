import { styleText } from 'node:util';
import type { Output } from './terminal.ts';

export type Tone = 'good' | 'bad' | 'caution' | 'quiet' | 'strong';

const formats = { good: 'green', bad: 'red', caution: 'yellow', quiet: 'dim', strong: 'bold' } as const;

/** Colours for one stream: none when it is no terminal or NO_COLOR is set. Colour never carries meaning alone. */
export function paint(stream: Output): (tone: Tone, text: string) => string {
  return (tone, text) => styleText(formats[tone], text, { stream });
}
