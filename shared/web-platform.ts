import type { Bytes } from './session/web-crypto.ts';

/** What of the Fetch standard a client of the daemon needs; the DOM's and Node's types of the same names fit. */
export interface Reply {
  readonly status: number;
  readonly headers: { get(name: string): string | null };
  readonly body: { getReader(): BodyReader } | null;
  arrayBuffer(): Promise<ArrayBuffer>;
}

interface BodyReader {
  read(): Promise<{ done: boolean; value?: Uint8Array | undefined }>;
  cancel(): Promise<void>;
}

/** Aborts what it was given to. */
export interface Signal {
  readonly aborted: boolean;
}

interface RequestOptions {
  readonly method: 'POST';
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Bytes;
  readonly signal?: Signal | undefined;
  readonly redirect: 'error';
  readonly credentials: 'omit';
  readonly cache: 'no-store';
}

interface WebGlobals {
  readonly URL: new (text: string) => { readonly hostname: string };
  readonly fetch: (url: string, options: RequestOptions) => Promise<Reply>;
  readonly AbortSignal: { timeout(ms: number): Signal };
  readonly TextDecoder: new (
    encoding: 'utf-8',
    options: { fatal: true },
  ) => { decode(bytes?: Uint8Array, options?: { stream: boolean }): string };
}

/** The platform's own, for shared/ has neither the DOM's types nor Node's. */
export const { URL, AbortSignal, TextDecoder } = globalThis as unknown as WebGlobals;

/** Looked up at each call: it wants its global as `this`. */
export function fetchReply(url: string, options: RequestOptions): Promise<Reply> {
  return (globalThis as unknown as WebGlobals).fetch(url, options);
}
