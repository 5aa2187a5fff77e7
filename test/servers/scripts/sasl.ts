import { createHmac } from 'node:crypto';

/** Whom a scripted server lets in. */
export interface Credentials {
  username: string;
  password: string;
}

/** Whether this is the answer of the right person to PLAIN (RFC 4616), in base64; an authorisation id must be empty. */
export function isPlain(response: string | undefined, { username, password }: Credentials): boolean {
  return decode(response) === `\0${username}\0${password}`;
}

/** Whether a base64 answer of LOGIN says this. */
export function isLogin(response: string | undefined, expected: string): boolean {
  return decode(response) === expected;
}

/** Whether this is the right answer to a CRAM-MD5 challenge (RFC 2195). */
export function isCramMd5(response: string | undefined, challenge: string, who: Credentials): boolean {
  const digest = createHmac('md5', who.password).update(challenge).digest('hex');
  return decode(response) === `${who.username} ${digest}`;
}

function decode(response: string | undefined): string {
  return Buffer.from(response ?? '', 'base64').toString();
}
