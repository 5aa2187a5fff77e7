import * as z from 'zod/mini';

/** What the daemon refuses a proven request with, and the HTTP status of each. */
export const refusalStatuses = {
  /** The body does not have the route's form, or a field's rule is broken. */
  invalid: 400,
  /** A sealed value was not sealed for this place. */
  wrong_seal: 401,
  forbidden: 403,
  not_found: 404,
  /** The password must be typed: none is stored for this endpoint. */
  secret_required: 409,
  /** A server has refused the stored password again and again: another login may lock the account. */
  guarded: 409,
  /** Somebody else changed it since it was read. */
  conflict: 409,
  too_many: 429,
  internal: 500,
  /** Keychain or vault do not answer, or are locked. */
  secret_trouble: 503,
  disk_full: 507,
} as const;

export type RefusalKind = keyof typeof refusalStatuses;
const refusalKinds = Object.keys(refusalStatuses) as RefusalKind[];

/** The reply of every refused request. */
export const Refusal = z.strictObject({
  kind: z.enum(refusalKinds as [RefusalKind, ...RefusalKind[]]),
  /** A sentence for the person. */
  message: z.string(),
  /** Field errors, by the dotted path in the body, such as `account.connection.port`. */
  fields: z.optional(z.record(z.string(), z.string())),
  /** A command that helps. */
  repair: z.optional(z.string()),
});
export type Refusal = z.infer<typeof Refusal>;

/** Thrown at both ends: by a service that refuses, and by the client that was refused. */
export class Refused extends Error {
  override readonly name = 'Refused';
  readonly refusal: Refusal;

  constructor(refusal: Refusal) {
    super(refusal.message);
    this.refusal = refusal;
  }
}
