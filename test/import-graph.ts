import { globSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseSync } from 'vite';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Everything written by hand, as paths from the root. */
export function sourceFiles(): string[] {
  return globSync(['{daemon,extension,shared,test}/**/*.{ts,tsx,mjs,css,html}', '*.ts', '.ci/run'], {
    cwd: root,
  })
    .map((path) => path.replaceAll('\\', '/'))
    .toSorted();
}

/** The text of a file, by its path from the root. */
export function sourceText(path: string): string {
  return readFileSync(`${root}/${path}`, 'utf8');
}

/** Who imports whom: own files by their path from the root, packages by the name they are imported under. */
export function importGraph(files: string[]): Map<string, string[]> {
  const scripts = files.filter((path) => /\.(?:tsx?|mjs)$/.test(path));
  return new Map(scripts.map((path) => [path, importsOf(path, sourceText(path))]));
}

/** What one file imports, types and dynamic imports included. */
export function importsOf(path: string, code: string): string[] {
  const { module, errors } = parseSync(path, code);
  if (errors[0]) throw new Error(`${path}: ${errors[0].message}`);
  const named = [
    ...module.staticImports.map(({ moduleRequest }) => moduleRequest.value),
    ...module.staticExports.flatMap(({ entries }) => entries.map((entry) => entry.moduleRequest?.value)),
    ...module.dynamicImports.map(({ moduleRequest }) =>
      /^['"`](.*)['"`]$/.exec(code.slice(moduleRequest.start, moduleRequest.end))?.at(1),
    ),
  ];
  return named
    .filter((name) => name !== undefined)
    .map((name) => (name.startsWith('.') ? posix.join(posix.dirname(path), name) : name));
}

/** One way round in the graph, or undefined where there is none. */
export function findCycle(graph: Map<string, string[]>): string[] | undefined {
  const done = new Set<string>();
  const walk = (file: string, way: string[]): string[] | undefined => {
    if (way.includes(file)) return [...way.slice(way.indexOf(file)), file];
    if (done.has(file)) return undefined;
    for (const next of graph.get(file) ?? []) {
      const cycle = walk(next, [...way, file]);
      if (cycle) return cycle;
    }
    done.add(file);
    return undefined;
  };
  for (const file of graph.keys()) {
    const cycle = walk(file, []);
    if (cycle) return cycle;
  }
  return undefined;
}
