import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import config from '../../wxt.config.ts';

const browsers = ['chrome', 'firefox'];

// One more permission needs a written reason here.
test.each(browsers)('the extension asks %s for nothing without a reason', async (browser) => {
  const manifest = await manifestFor(browser);
  const asked = Object.entries(manifest).filter(([key]) =>
    /permissions|scripts|resources|connectable/.test(key),
  );
  expect(Object.fromEntries(asked)).toEqual({
    permissions: [
      // The public key and port of the daemon that this browser is paired with; nothing secret.
      'storage',
      // The toolbar's badge: a short look at the daemon every minute, as a background page does not live that long.
      'alarms',
    ],
    // The daemon. Both browsers match the host alone: Firefox does not apply a port, and the port can be chosen.
    host_permissions: ['http://127.0.0.1/*'],
  });
});

test('Chrome gives the extension the same id wherever it is loaded from', async () => {
  const { key } = await manifestFor('chrome');
  const hash = createHash('sha256')
    .update(Buffer.from(String(key), 'base64'))
    .digest('hex');
  const id = hash
    .slice(0, 32)
    .replace(/./g, (digit) => 'abcdefghijklmnop'.charAt(Number.parseInt(digit, 16)));
  expect(id).toBe('dkbjpnjngogkhjbonoigocodmidfjdep');
  expect(await manifestFor('firefox')).not.toHaveProperty('key');
});

test.each(browsers)(
  'in %s a page runs its own scripts alone and talks to this computer alone',
  async (browser) => {
    expect(await manifestFor(browser)).toMatchObject({
      content_security_policy: {
        extension_pages:
          "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src http://127.0.0.1:*; " +
          "base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'",
      },
    });
  },
);

test('Firefox asks for what leaves the browser, though it goes to this computer alone, and gets a fixed id', async () => {
  expect(await manifestFor('firefox')).toMatchObject({
    browser_specific_settings: {
      gecko: {
        id: 'mailprobe@mailprobe.app',
        data_collection_permissions: { required: ['authenticationInfo', 'personallyIdentifyingInfo'] },
      },
    },
  });
  expect(await manifestFor('chrome')).not.toHaveProperty('browser_specific_settings');
});

test.each(browsers)('%s opens the popup by keys that neither browser uses itself', async (browser) => {
  expect(await manifestFor(browser)).toMatchObject({
    commands: { _execute_action: { suggested_key: { default: 'Alt+Shift+E' } } },
  });
});

test.each(browsers)('in %s a private window has no Mailprobe', async (browser) => {
  expect(await manifestFor(browser)).toMatchObject({ incognito: 'not_allowed' });
});

test('the pages need no younger Chrome than the manifest says', async () => {
  // `light-dark()` is of Chrome 123; whatever is younger belongs into this list and into the manifest.
  expect(await manifestFor('chrome')).toMatchObject({ minimum_chrome_version: '123' });
  const younger =
    /anchor-name|position-anchor|interpolate-size|field-sizing|calc-size|closedby|commandfor|RegExp\.escape|Promise\.try|fromBase64\(|@scope/;
  const files = globSync('../../extension/**/*.{css,ts,tsx}', { cwd: import.meta.dirname });
  expect(files.length).toBeGreaterThan(100);
  // What asks first whether it is supported is not needed.
  const needed = (file: string) =>
    readFileSync(join(import.meta.dirname, file), 'utf8').replaceAll(/^@supports .*?^\}/gms, '');
  expect(files.filter((file) => younger.test(needed(file)))).toEqual([]);
});

test.each([16, 32, 48, 128])('the icon of %i px has that size', (size) => {
  const png = readFileSync(join(import.meta.dirname, `../../extension/public/icon/${size}.png`));
  expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([size, size]);
});

async function manifestFor(browser: string): Promise<Record<string, unknown>> {
  const { manifest } = config;
  if (typeof manifest !== 'function') throw new Error('The manifest is a function of the browser.');
  return { ...(await manifest({ browser, command: 'build', mode: 'production', manifestVersion: 3 })) };
}
