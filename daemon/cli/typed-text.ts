import type { Terminal } from './terminal.ts';
import { letterLimits } from '../../shared/letter.ts';
import { UsageError } from './usage-error.ts';

/** A character has four octets at most. */
const mostOctets = 4 * letterLimits.text;

/** All that comes in, as text; on a terminal it says how to end it. Throws UsageError. */
export async function typedText({ stdin, stderr }: Terminal): Promise<string> {
  if (stdin.isTTY) stderr.write('Type the text; Ctrl-D on a line of its own ends it.\n');
  const chunks: Buffer[] = [];
  let octets = 0;
  for await (const chunk of stdin) {
    const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
    octets += bytes.length;
    if (octets > mostOctets) throw new UsageError('The text that came in is too long for a letter.');
    chunks.push(bytes);
  }
  try {
    // The decoder drops a BOM, which PowerShell puts in front of piped text.
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks));
  } catch {
    throw new UsageError('What came in is not UTF-8 text; set the shell to UTF-8.');
  }
}
