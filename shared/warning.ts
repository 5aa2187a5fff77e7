import * as z from 'zod/mini';
import { FailureKind } from './failure.ts';

const findings = z.array(FailureKind);

/** What a pass does not hide. A kind and its values, not a sentence: a page says it in its own language. */
export const TestWarning = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('plain_password') }),
  z.strictObject({ kind: z.literal('not_validated'), findings }),
  z.strictObject({ kind: z.literal('pin_alone'), findings }),
  /** `validTo` as the certificate says it. */
  z.strictObject({ kind: z.literal('certificate_ends'), days: z.number(), validTo: z.string() }),
  /** Such as `RSA 1024`. */
  z.strictObject({ kind: z.literal('weak_key'), strength: z.string() }),
  z.strictObject({ kind: z.literal('no_uidl') }),
  z.strictObject({ kind: z.literal('other_count'), announced: z.number(), listed: z.number() }),
]);
export type TestWarning = z.infer<typeof TestWarning>;
