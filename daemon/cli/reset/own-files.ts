import { isOwnName, ownFolder } from '../../store/own-names.ts';

const ownBackups: readonly RegExp[] = [/^[a-z\d-]+\.[\da-f]{64}\.db$/, /^unfinished(?:-journal)?$/];

/** One entry of the data directory as it lies there. */
export interface Entry {
  /** Relative, such as `mailprobe.db` or `backups/unfinished`. */
  readonly path: string;
  readonly kind: 'file' | 'folder' | 'link' | 'other';
}

/** What a reset takes away, files before the folder that holds them, and what it leaves. */
export interface ResetFiles {
  readonly remove: readonly Entry[];
  readonly leave: readonly Entry[];
}

/** Ordinary files under our names go; links and everything else stay, whatever they are called. */
export function ownFiles(entries: readonly Entry[]): ResetFiles {
  const folders = new Set(entries.filter(isOwnFolder).map(({ path }) => path));
  const left = entries.filter((entry) => !isOwnFile(entry, folders) && !folders.has(entry.path));
  const emptied = [...folders].filter((folder) => !left.some(({ path }) => path.startsWith(`${folder}/`)));
  return {
    remove: [
      ...entries.filter((entry) => isOwnFile(entry, folders)),
      ...emptied.map((path) => ({ path, kind: 'folder' as const })),
    ],
    leave: left,
  };
}

function isOwnFolder({ path, kind }: Entry): boolean {
  return kind === 'folder' && path === ownFolder;
}

function isOwnFile({ path, kind }: Entry, folders: ReadonlySet<string>): boolean {
  if (kind !== 'file') return false;
  const [first = '', second] = path.split('/');
  if (second === undefined) return isOwnName(first);
  return folders.has(first) && ownBackups.some((name) => name.test(second));
}
