import type { ExplanationContext } from './entry.ts';

/** Which way round the wrong TLS mode was: by the setting, else by the words that programs use for it. */
export function sslWasUsed({ security, detail, reply }: ExplanationContext): boolean {
  if (security !== undefined) return security === 'ssl';
  return /wrong.version.number|unknown protocol|packet length too long|RECORD_TOO_LONG|plain text/i.test(
    `${detail ?? ''} ${reply ?? ''}`,
  );
}
