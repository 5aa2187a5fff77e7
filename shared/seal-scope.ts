import { type BoundSettings, endpointBinding } from './endpoint-binding.ts';
import type { SealPlace } from './session/sealing.ts';

/** What of a body says where its secrets belong. */
interface Scoped {
  readonly id?: unknown;
  readonly accountId?: unknown;
  readonly connection?: BoundSettings;
  readonly account?: { readonly connection: BoundSettings };
}

/** The place of a sealed field: the same for the client that seals it and the daemon that opens it. */
export async function sealPlace(fields: readonly string[], field: string, body: object): Promise<SealPlace> {
  const { id, accountId = id, account, connection = account?.connection }: Scoped = body;
  return {
    index: fields.indexOf(field),
    field,
    ...(typeof accountId === 'string' ? { accountId } : {}),
    ...(connection ? { binding: await endpointBinding(connection) } : {}),
  };
}
