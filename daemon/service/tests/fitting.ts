/** How much of each list and of each text is kept, from generous to little. The names of kinds and stages are shorter. */
const cuts = [
  { items: 200, characters: 1_000 },
  { items: 40, characters: 200 },
  { items: 20, characters: 80 },
  { items: 5, characters: 80 },
];

/** The value, or as much of its lists and texts as makes its JSON fit: what a hostile server says at length is cut, never what we say. */
export function fitting<T>(value: T, mostCharacters: number): T {
  let fit = value;
  for (const cut of cuts) {
    if (JSON.stringify(fit).length <= mostCharacters) break;
    fit = cutDeep(value, cut) as T;
  }
  return fit;
}

function cutDeep(value: unknown, cut: (typeof cuts)[number]): unknown {
  if (typeof value === 'string') {
    if (value.length <= cut.characters) return value;
    return `${value.slice(0, cut.characters - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
  }
  if (Array.isArray(value)) return value.slice(0, cut.items).map((item) => cutDeep(item, cut));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, cutDeep(item, cut)]));
}
