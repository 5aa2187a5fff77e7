import { visibleText } from '../../shared/visible-text.ts';

/**
 * One sentence about an error of Mailprobe itself. Its message is never printed, since a library may
 * have put a secret into it; MAILPROBE_STACK=1 adds the places in the code.
 */
export function internalError(error: unknown): string {
  const name = error instanceof Error ? error.name : typeof error;
  const code = error instanceof Error && 'code' in error ? ` ${String(error.code)}` : '';
  const sentence = `Mailprobe itself failed (${visibleText(name + code, 80)}); this is a mistake in Mailprobe.`;
  if (!process.env['MAILPROBE_STACK']) return `${sentence} MAILPROBE_STACK=1 shows where.\n`;
  const stack = error instanceof Error ? (error.stack ?? '') : '';
  const places = stack.split('\n').filter((line) => /^ {4}at /.test(line));
  return [sentence, ...places].map((line) => `${line}\n`).join('');
}
