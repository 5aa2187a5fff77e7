interface Schema {
  safeParse(value: unknown): {
    success: boolean;
    error?: { issues: readonly { path: readonly PropertyKey[]; message: string }[] } | undefined;
  };
}

/** What is wrong with each field of a form, by the schema of what is sent. */
export function schemaErrors<Name extends string>(
  schema: Schema,
  value: unknown,
  names: readonly Name[],
): { [Each in Name]?: string } {
  const errors: { [Each in Name]?: string } = {};
  for (const { path, message } of schema.safeParse(value).error?.issues ?? []) {
    const name = names.find((name) => name === path.at(-1));
    // The first rule that is broken says most.
    if (name) errors[name] ??= message;
  }
  return errors;
}
