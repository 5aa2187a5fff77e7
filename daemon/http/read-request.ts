import * as z from 'zod/mini';
import type { Route } from '../../shared/route.ts';
import { sealPlace } from '../../shared/seal-scope.ts';
import type { DaemonRequest } from '../../shared/session/daemon-request.ts';
import { Sealed } from '../../shared/session/messages.ts';
import { SessionFailure } from '../../shared/session/session-failure.ts';
import { textOf } from '../../shared/session/web-crypto.ts';
import { Secret, SecretRefused } from '../secret.ts';
import { fieldRefused, SaidRefused } from '../service/refuse.ts';
import { invalidBody } from './invalid-body.ts';
import { parseStrictJson } from './strict-json.ts';
import { texts } from './texts.ts';

/** A body that keeps the route's form, and its secrets, opened. */
export interface ReadRequest {
  readonly body: unknown;
  readonly secrets: Readonly<Record<string, Secret>>;
}

/** Check 9 of the gate. Throws `Refused`. */
export async function readRequest(
  bytes: Uint8Array,
  route: Route,
  request: Pick<DaemonRequest, 'unseal'>,
): Promise<ReadRequest> {
  const sent = jsonOf(bytes);
  const parsed = z.safeParse(route.body, sent);
  if (!parsed.success) throw invalidBody(route.body, sent);
  const fields = route.sealed ?? [];
  const secrets: Record<string, Secret> = {};
  for (const field of fields) {
    const sealed = (sent as Record<string, unknown>)[field];
    if (sealed !== undefined) secrets[field] = await opened(z.parse(Sealed, sealed), field);
  }
  return { body: parsed.data, secrets };

  async function opened(sealed: Sealed, field: string): Promise<Secret> {
    try {
      // What was sent, not what was read: the client has sealed for the words it used.
      return new Secret(await request.unseal(await sealPlace(fields, field, sent as object), sealed));
    } catch (error) {
      if (error instanceof SecretRefused) throw fieldRefused(field, error.sentence);
      if (error instanceof SessionFailure)
        throw new SaidRefused({ kind: 'wrong_seal', message: texts.wrongSeal });
      throw error;
    }
  }
}

/** The value of a body that is UTF-8, JSON, and not nested to harm. Throws `Refused`. */
export function jsonOf(bytes: Uint8Array): unknown {
  try {
    return parseStrictJson(textOf(bytes));
  } catch {
    throw new SaidRefused({ kind: 'invalid', message: texts.noJson });
  }
}
