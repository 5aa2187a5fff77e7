import { connect, type Socket } from 'node:net';
import type { Attempt, Evidence } from '../../../shared/evidence.ts';
import { CodedFailure } from '../known-failure.ts';

/** An address that swallows our SYN may not use up the time of the next one. */
const attemptMs = 5_000;

/**
 * Dials one address after the other and keeps what each said. Throws the last attempt's failure
 * with all attempts in its evidence; the signal's reason when it is aborted.
 */
export async function dial(
  addresses: string[],
  port: number,
  signal: AbortSignal,
): Promise<{ socket: Socket; evidence: Evidence['connect'] }> {
  const attempts: Attempt[] = [];
  let last: CodedFailure | undefined;
  for (const [index, address] of addresses.entries()) {
    const started = performance.now();
    const isLast = index === addresses.length - 1;
    try {
      const socket = await dialOne(address, port, signal, isLast ? undefined : attemptMs);
      attempts.push({ address, ms: since(started) });
      return { socket, evidence: { address, port, attempts } };
    } catch (error) {
      const code = codeOf(error);
      attempts.push({ address, ms: since(started), error: code });
      const evidence = { port, attempts };
      if (signal.aborted) throw interrupted(signal, evidence);
      last = new CodedFailure(code, error instanceof Error ? error.message : code, {
        evidence,
        cause: error,
      });
    }
  }
  throw last ?? new CodedFailure('ENOTFOUND', 'There is no address to connect to.');
}

function dialOne(address: string, port: number, signal: AbortSignal, timeoutMs?: number): Promise<Socket> {
  return new Promise((resolve, reject) => {
    signal.throwIfAborted();
    const socket = connect({ host: address, port, noDelay: true, keepAlive: true, autoSelectFamily: false });
    const timer =
      timeoutMs === undefined
        ? undefined
        : setTimeout(
            () => socket.destroy(new CodedFailure('ETIMEDOUT', `No answer within ${timeoutMs} ms.`)),
            timeoutMs,
          );
    const onAbort = () =>
      socket.destroy(signal.reason instanceof Error ? signal.reason : new Error('aborted'));
    signal.addEventListener('abort', onAbort, { once: true });
    const settle = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', onAbort);
      socket.off('error', onError);
    };
    const onError = (error: Error) => {
      settle();
      reject(error);
    };
    socket.once('error', onError);
    socket.once('connect', () => {
      settle();
      resolve(socket);
    });
  });
}

/** The deadline keeps what was tried; a cancelled test says only that. */
function interrupted(signal: AbortSignal, evidence: Record<string, unknown>): unknown {
  const reason: unknown = signal.reason;
  return reason instanceof CodedFailure
    ? new CodedFailure(reason.code, reason.message, { evidence })
    : reason;
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string'
    ? error.code
    : 'ECONNFAILED';
}

function since(started: number): number {
  return Math.round((performance.now() - started) * 10) / 10;
}
