import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { commands } from '../../daemon/cli/commands.ts';

const root = join(import.meta.dirname, '../../daemon');
const isComment = (line: string) => /^\s*(?:\*|\/[/*])/.test(line);
const bare = new RegExp(
  String.raw`(?<!npx )\bmailprobe (?:${Object.keys(commands).join('|')}|help|--help)\b`,
);

test('a command that the daemon or the command line proposes can be typed as it stands', () => {
  const sources = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(
    // A page of help names the program alone, and says in its overview how to call it.
    (name) => name.endsWith('.ts') && !name.startsWith(join('cli', 'help')),
  );
  expect(sources.length).toBeGreaterThan(300);
  const found = sources.flatMap((name) =>
    readFileSync(join(root, name), 'utf8')
      .split('\n')
      .filter((line) => !isComment(line) && bare.test(line))
      .map((line) => `${name}: ${line.trim()}`),
  );
  expect(found).toEqual([]);
});
