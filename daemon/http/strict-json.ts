const deepest = 32;
const poisoned = new Set(['__proto__', 'constructor', 'prototype']);

/** JSON of a request body. Throws a SyntaxError for bad JSON, nesting beyond 32, and keys that poison objects. */
export function parseStrictJson(text: string): unknown {
  const value: unknown = JSON.parse(text);
  inspect(value, 0);
  return value;
}

function inspect(value: unknown, depth: number): void {
  if (typeof value !== 'object' || value === null) return;
  if (depth >= deepest) throw new SyntaxError(`nested deeper than ${deepest}`);
  for (const key of Object.keys(value)) {
    if (poisoned.has(key)) throw new SyntaxError(`the key ${key} is not allowed`);
  }
  for (const part of Object.values(value)) inspect(part, depth + 1);
}
