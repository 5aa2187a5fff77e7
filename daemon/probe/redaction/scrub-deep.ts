import { Secret } from '../../secret.ts';

const maxDepth = 100;

/**
 * A copy of a JSON-like value with every string and key scrubbed; a list of strings is scrubbed at once,
 * as the lines of one text. Cycles stay cycles; an Error becomes a plain object, a Map or Set a list,
 * anything with `toJSON` what it gives; bytes are left out.
 */
export function scrubDeep(value: unknown, scrubLines: (lines: readonly string[]) => string[]): unknown {
  const scrub = (text: string): string => scrubLines([text])[0] ?? '';
  const copies = new Map<object, unknown>();
  return copy(value, 0);

  function copy(part: unknown, depth: number): unknown {
    if (typeof part === 'string') return scrub(part);
    if (typeof part === 'function' || typeof part === 'symbol') return undefined;
    if (typeof part !== 'object' || part === null || part instanceof Secret) return part;
    if (copies.has(part)) return copies.get(part);
    if (depth > maxDepth || ArrayBuffer.isView(part) || part instanceof ArrayBuffer) return '[left out]';
    if (Array.isArray(part)) return copyArray(part, depth);
    if (part instanceof Map || part instanceof Set) return copyArray([...part], depth, part);
    if (isJsonable(part)) return copy(part.toJSON(), depth + 1);
    return copyObject(part, depth);
  }

  function copyArray(part: readonly unknown[], depth: number, original: object = part): unknown[] {
    if (part.length > 1 && part.every((item) => typeof item === 'string')) return scrubLines(part);
    const items: unknown[] = [];
    copies.set(original, items);
    for (const item of part) items.push(copy(item, depth + 1));
    return items;
  }

  function copyObject(part: object, depth: number): object {
    const target = {};
    copies.set(part, target);
    const hidden =
      part instanceof Error ? ['name', 'message', 'stack', 'cause'].filter((key) => key in part) : [];
    for (const key of new Set([...hidden, ...Object.keys(part)])) {
      // Defined, not assigned: a key `__proto__` stays a key.
      Object.defineProperty(target, scrub(key), {
        value: copy(Reflect.get(part, key), depth + 1),
        configurable: true,
        enumerable: true,
        writable: true,
      });
    }
    return target;
  }
}

function isJsonable(part: object): part is { toJSON(): unknown } {
  return 'toJSON' in part && typeof part.toJSON === 'function';
}
