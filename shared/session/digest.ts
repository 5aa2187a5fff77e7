import { type Bytes, subtle } from './web-crypto.ts';

export async function sha256(bytes: Uint8Array): Promise<Bytes> {
  return new Uint8Array(await subtle.digest('SHA-256', bytes));
}
