import { expect, test } from 'vitest';
import config from '../../wxt.config.ts';

const browsers = ['chrome', 'firefox'];

// One more permission needs a written reason here.
test.each(browsers)('the extension asks %s for no permission', async (browser) => {
  const asked = Object.keys(await manifestFor(browser)).filter((key) =>
    /permissions|scripts|resources|connectable/.test(key),
  );
  expect(asked).toEqual([]);
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

test('Firefox is told that no data is collected, and gets a fixed id', async () => {
  expect(await manifestFor('firefox')).toMatchObject({
    browser_specific_settings: {
      gecko: { id: 'mailprobe@mailprobe.app', data_collection_permissions: { required: ['none'] } },
    },
  });
  expect(await manifestFor('chrome')).not.toHaveProperty('browser_specific_settings');
});

async function manifestFor(browser: string): Promise<object> {
  const { manifest } = config;
  if (typeof manifest !== 'function') throw new Error('The manifest is a function of the browser.');
  return manifest({ browser, command: 'build', mode: 'production', manifestVersion: 3 });
}
