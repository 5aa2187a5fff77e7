import * as z from 'zod/mini';

/** A value on its way out. One that has not the contract's form, a field too many perhaps, throws `Unfit` and never leaves. */
export function fitting(schema: z.ZodMiniType, value: unknown): unknown {
  const result = z.safeParse(schema, value);
  if (result.success) return result.data;
  throw new Unfit(result.error.issues.map(({ path }) => path.join('.')));
}

/** A service gave what the contract does not have: `fields` names the places, never the values. */
export class Unfit extends Error {
  override readonly name = 'Unfit';
  readonly fields: readonly string[];

  constructor(fields: readonly string[]) {
    super('A reply has not the form that the contract gives it.');
    this.fields = fields;
  }
}
