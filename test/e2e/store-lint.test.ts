import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const require = createRequire(import.meta.url);
const linter = require.resolve('addons-linter/bin/addons-linter');
const extension = fileURLToPath(new URL('../../.output/firefox-mv3', import.meta.url));

interface Verdict {
  errors: readonly unknown[];
  notices: readonly unknown[];
  warnings: readonly { code: string; file: string; message: string }[];
}

it('Firefox’s store finds no error in the built extension, and only the warning that we know', async () => {
  const { errors, notices, warnings } = await lint(extension);
  expect(errors).toEqual([]);
  expect(notices).toEqual([]);
  // Preact can set innerHTML; our code never asks it to, and the content security policy refuses it (trusted types).
  expect(warnings.map(({ code, message, file }) => `${code} in ${file}: ${message}`)).toEqual([
    expect.stringMatching(/^UNSAFE_VAR_ASSIGNMENT in chunks\/[\w-]+\.js: .*innerHTML/),
  ]);
});

/** It ends with 1 when it finds an error, which stands in its answer. */
function lint(folder: string): Promise<Verdict> {
  return new Promise((resolve, reject) => {
    execFile(process.execPath, [linter, '--output', 'json', folder], (_, stdout, stderr) => {
      try {
        resolve(JSON.parse(stdout) as Verdict);
      } catch {
        reject(new Error(`The linter did not answer: ${stdout}${stderr}`));
      }
    });
  });
}
