import { describe, expect, test } from 'vitest';
import { registry } from '../../daemon/probe/registry.ts';
import { accountTypes } from '../../shared/account.ts';
import { explain } from '../../shared/explanation.ts';
import { failureKinds } from '../../shared/failure.ts';
import { findCycle, importGraph, importsOf, sourceFiles, sourceText } from '../import-graph.ts';

const files = sourceFiles();
const graph = importGraph(files);

// The first room that a path begins with is the file's room.
const mayImport: [room: string, what: RegExp][] = [
  ['shared/transfer/csv-cells.ts', /^(?:shared\/|papaparse$)/],
  ['shared/', /^(?:shared\/|zod\/mini$)/],
  [
    'extension/log-builder/',
    /^(?:extension\/|shared\/|react-querybuilder$|preact(?:\/hooks)?$|lucide$|zod\/mini$)/,
  ],
  [
    'extension/',
    /^(?:extension\/|shared\/|@tanstack\/virtual-core$|preact(?:\/hooks)?$|lucide$|@preact\/signals$|wxt\/|wxt$|webextension-polyfill$|@wxt-dev\/i18n$|\.wxt\/i18n\/)/,
  ],
  [
    'daemon/probe/',
    /^(?:daemon\/probe\/|daemon\/(?:secret|uids)\.ts$|shared\/|node:|nodemailer\b|imapflow$|node-pop3\b)/,
  ],
  [
    'daemon/store/',
    /^(?:daemon\/store\/|daemon\/(?:secret|sentence|uids)\.ts$|shared\/|node:|env-paths$|keytar$)/,
  ],
  [
    'daemon/service/letters/parse/',
    /^(?:daemon\/(?:service|store)\/|shared\/|node:|postal-mime$|html-to-text$)/,
  ],
  [
    'daemon/service/',
    /^(?:daemon\/(?:service|probe|store)\/|daemon\/(?:secret|sentence|uids|operational-log|error-places)\.ts$|shared\/|node:)/,
  ],
  [
    'daemon/http/',
    /^(?:daemon\/(?:http|service)\/|daemon\/(?:secret|sentence|operational-log|error-places)\.ts$|shared\/|node:|hono\b|@hono\/|zod\/mini$)/,
  ],
  ['daemon/', /^(?:daemon\/|shared\/|node:|zod\/mini$|pino$)/],
  ['wxt.config.ts', /^wxt$/],
];

// A file longer than this needs a reason that survives a reader's "why".
const longest = 250;
const longForAReason: Record<string, string> = {};

describe('the house', () => {
  test('has files', () => {
    expect(graph.size).toBeGreaterThan(100);
    expect(graph.get('daemon/probe/registry.ts')).toContain('daemon/probe/imap.ts');
  });

  test('every import is in the table of the architecture', () => {
    const wrong = edges().filter(
      ({ from, to }) => mayImport.find(([room]) => from.startsWith(room))?.[1].test(to) === false,
    );
    expect(wrong).toEqual([]);
  });

  test('an import leads to a file that is there', () => {
    const own = /^(?:daemon|extension|shared|test)\//;
    expect(edges().filter(({ to }) => own.test(to) && !files.includes(to) && !to.endsWith('.json'))).toEqual(
      [],
    );
  });

  test('no file imports itself by a roundabout way', () => {
    expect(findCycle(graph)).toBeUndefined();
  });

  test('no room of the extension is reached from a room that it reaches', () => {
    const room = (path: string) => /^extension\/([^/]+)\//.exec(path)?.[1];
    const rooms = new Map<string, string[]>();
    for (const { from, to } of edges()) {
      const [here, there] = [room(from), room(to)];
      // The table of the rooms leads to each of them, when it is opened and not before.
      if (!here || !there || here === there || from === 'extension/frame/rooms.ts') continue;
      rooms.set(here, [...(rooms.get(here) ?? []), there]);
    }
    expect(rooms.size).toBeGreaterThan(10);
    expect(findCycle(rooms)).toBeUndefined();
  });

  test('nothing but tests imports test/', () => {
    expect(edges().filter(({ from, to }) => to.startsWith('test/') && !from.startsWith('test/'))).toEqual([]);
  });

  test('one file alone imports the polyfill', () => {
    const importers = edges().filter(({ to }) => to === 'webextension-polyfill');
    expect(importers.map(({ from }) => from)).toEqual(['extension/browser.ts']);
  });

  test('the rules for certificates stand in one file', () => {
    const words = /rejectUnauthorized|checkServerIdentity/;
    const daemon = files.filter((path) => path.startsWith('daemon/') && words.test(sourceText(path)));
    expect(daemon).toEqual(['daemon/probe/wire/tls.ts']);
  });

  test('keytar is loaded in the child process alone', () => {
    const loads = files.filter(
      (path) => /^(?:daemon|shared)\/.*\.ts$/.test(path) && /['"]keytar['"]/.test(sourceText(path)),
    );
    expect(loads).toEqual(['daemon/store/secrets/keychain-child.ts']);
  });

  test('a file can be held in mind', () => {
    const long = files.filter((path) => sourceText(path).trimEnd().split('\n').length > longest);
    expect(long).toEqual(Object.keys(longForAReason));
  });

  test('a file is named after what it holds', () => {
    const nameless = /(?:^|\/)(?:utils?|helpers?|common|misc|index)(?:\/|\.[a-z]+$)/;
    // WXT finds a page by this name.
    const named = files.filter((path) => nameless.test(path) && !path.endsWith('/index.html'));
    expect(named).toEqual([]);
    const kebab = /^(?:\.?[a-z\d]+(?:[-.][a-z\d]+)*\/?)+$/;
    expect(files.filter((path) => !kebab.test(path))).toEqual([]);
  });
});

test.each(accountTypes)('%s has a probe', async (type) => {
  expect(await registry[type]()).toBeTypeOf('function');
});

test('every failure kind is explained', () => {
  const bare = failureKinds.filter((kind) => {
    const { title, why, steps } = explain(kind);
    return !title || !why || steps.length === 0;
  });
  expect(bare).toEqual([]);
});

test('an import is seen in all its forms', () => {
  const code = `import a from './a.ts'; import type { B } from '../b.ts'; export { c } from 'c';
    export type { D } from './d.ts'; export * from './e.ts'; import 'f'; const g = () => import('./g.ts');`;
  expect(importsOf('room/file.ts', code).toSorted()).toEqual(
    ['room/a.ts', 'b.ts', 'c', 'room/d.ts', 'room/e.ts', 'f', 'room/g.ts'].toSorted(),
  );
});

test('a cycle is found and named', () => {
  const cycle = findCycle(
    new Map([
      ['a', ['b']],
      ['b', ['c', 'd']],
      ['c', []],
      ['d', ['b']],
    ]),
  );
  expect(cycle).toEqual(['b', 'd', 'b']);
});

function edges(): { from: string; to: string }[] {
  return [...graph].flatMap(([from, imports]) => imports.map((to) => ({ from, to })));
}
