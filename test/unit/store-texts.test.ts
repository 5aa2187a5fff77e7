import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { generateChromeMessages, parseMessagesFile } from '@wxt-dev/i18n/build';
import { fileURLToPath } from 'node:url';
import config from '../../wxt.config.ts';

const place = (path: string) => fileURLToPath(new URL(`../../extension/${path}`, import.meta.url));

test.each(['en', 'ru'])(
  'the listing (%s) has every part, within the lengths of both stores',
  async (language) => {
    const parts = listing(language);
    const messages = generateChromeMessages(await parseMessagesFile(place(`locales/${language}.json`)));
    expect(parts.get('Name')).toBe('Mailprobe');
    // Chrome's store shows the manifest's description as the summary: 132 characters; Firefox's takes 250.
    expect(parts.get('Summary')).toBe(messages['manifest_lead']?.message);
    expect(parts.get('Summary')?.length).toBeLessThanOrEqual(132);
    expect(parts.get('Description')?.length).toBeGreaterThan(500);
    expect(parts.get('Description')?.length).toBeLessThanOrEqual(15_000);
    expect(parts.get('Single purpose')?.length).toBeLessThanOrEqual(1000);
    expect(parts.get('Remote code')).toBeTruthy();
  },
);

test.each(['en', 'ru'])(
  'the listing (%s) has a reason for each permission, and for nothing else',
  async (language) => {
    const parts = listing(language);
    expect(reasons(parts.get('Permissions'))).toEqual(await asked('chrome'));
    expect(await asked('firefox')).toEqual(await asked('chrome'));
    expect(reasons(parts.get('Data'))).toEqual(['authenticationInfo', 'personallyIdentifyingInfo']);
    expect(
      (await manifestFor('firefox')).browser_specific_settings?.gecko?.data_collection_permissions,
    ).toEqual({
      required: reasons(parts.get('Data')),
    });
  },
);

test.each(['en', 'ru'])(
  'the privacy policy (%s) names the address, and the way to remove everything',
  (language) => {
    const policy = readFileSync(place(`store/privacy.${language}.md`), 'utf8');
    expect(policy).toContain('127.0.0.1');
    expect(policy).toContain('npx mailprobe reset');
  },
);

/** The parts of a listing by their English headings. */
function listing(language: string): Map<string, string> {
  const text = readFileSync(place(`store/listing.${language}.md`), 'utf8');
  return new Map(
    text
      .split(/^## /m)
      .slice(1)
      .map((part) => {
        const [heading = '', ...lines] = part.split('\n');
        return [heading, lines.join('\n').trim()];
      }),
  );
}

/** What a list of reasons is about; each has one. */
function reasons(list = ''): string[] {
  return list.split('\n').map((line) => {
    const [, what = '', reason = ''] = /^- `([^`]+)`: (.+)$/.exec(line) ?? [];
    expect(reason.length, line).toBeGreaterThan(20);
    expect(reason.length, line).toBeLessThanOrEqual(1000);
    return what;
  });
}

async function asked(browser: string): Promise<string[]> {
  const { permissions = [], host_permissions: hosts = [] } = await manifestFor(browser);
  return [...permissions, ...hosts];
}

async function manifestFor(browser: string) {
  const { manifest } = config;
  if (typeof manifest !== 'function') throw new Error('The manifest is a function of the browser.');
  return manifest({ browser, command: 'build', mode: 'production', manifestVersion: 3 });
}
