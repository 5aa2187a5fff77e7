import { describe, expect, test } from 'vitest';
import { parseSync } from 'vite';
import { english as gate } from '../../daemon/http/texts/en.ts';
import { russian as gateRussian } from '../../daemon/http/texts/ru.ts';
import { english as secret } from '../../daemon/secret-texts/en.ts';
import { russian as secretRussian } from '../../daemon/secret-texts/ru.ts';
import { inEveryLanguage, joined, sentences } from '../../daemon/sentence.ts';
import { english as sending } from '../../daemon/service/letters/outgoing/texts/en.ts';
import { russian as sendingRussian } from '../../daemon/service/letters/outgoing/texts/ru.ts';
import { english as trips } from '../../daemon/service/letters/round-trip/texts/en.ts';
import { russian as tripsRussian } from '../../daemon/service/letters/round-trip/texts/ru.ts';
import { english as services } from '../../daemon/service/texts/en.ts';
import { russian as servicesRussian } from '../../daemon/service/texts/ru.ts';
import { accountOf } from '../../daemon/store/account-row.ts';
import { letterOf } from '../../daemon/store/letter-row.ts';
import { logRecord } from '../../daemon/store/log-row.ts';
import { StoreError } from '../../daemon/store/store-error.ts';
import { english as store } from '../../daemon/store/texts/en.ts';
import { russian as storeRussian } from '../../daemon/store/texts/ru.ts';
import { spokenLanguage } from '../../shared/language.ts';
import { russian as shared } from '../../shared/texts/russian.ts';
import { conditionTexts } from '../../shared/texts/en/conditions.ts';
import { evidenceTexts } from '../../shared/texts/en/evidence.ts';
import { letterReasonTexts } from '../../shared/texts/en/letter-reasons.ts';
import { letterTexts } from '../../shared/texts/en/letters.ts';
import { propertyTexts } from '../../shared/texts/en/properties.ts';
import { rules } from '../../shared/texts/en/rules.ts';
import { troubles } from '../../shared/texts/en/troubles.ts';
import { cyrillic, untranslated } from '../russian.ts';
import { sourceFiles, sourceText } from '../import-graph.ts';

type Values = (...values: string[]) => string;
const catalogues: [name: string, english: object, russian: object][] = [
  ['the store', store, storeRussian],
  ['the services', services, servicesRussian],
  ['sending', sending, sendingRussian],
  ['a round trip', trips, tripsRussian],
  ['the gate', gate, gateRussian],
  ['a password', secret, secretRussian],
  ['the rules of an account', rules, shared.rules],
  ['the troubles of a connection', troubles, shared.troubles],
  ['a letter that is written', letterTexts, shared.letters],
  ['a letter that is given up', letterReasonTexts, shared.letterReasons],
  ['the properties', propertyTexts, shared.properties],
  ['their meanings', propertyTexts.meanings, shared.properties.meanings],
  ['their units', propertyTexts.units, shared.properties.units],
  ['a condition on the log', conditionTexts, shared.conditions],
  ['its fields', conditionTexts.fields, shared.conditions.fields],
  ['the evidence', evidenceTexts, shared.evidence],
  ['the trust in a certificate', evidenceTexts.trust, shared.evidence.trust],
];

describe.each(catalogues)('what %s says', (_name, english, russian) => {
  const texts = Object.entries(english).filter(([, text]) => typeof text !== 'object');

  test.each(texts)('%s is Russian too, with the same values in it', (name, text) => {
    const other = (russian as Record<string, unknown>)[name];
    const [said, told] = [textOf(text), textOf(other)];
    expect(told).not.toBe(said);
    expect(valuesIn(told)).toEqual(valuesIn(said));
    const words = told.replaceAll(/\d+V/g, '');
    if (/[A-Za-z]{4}/.test(said.replaceAll(/\d+V/g, ''))) expect(words).toMatch(cyrillic);
    expect(untranslated(words), told).toEqual([]);
    expect(/[.!?]$/.test(told)).toBe(/[.!?]$/.test(said));
    expect(told).not.toMatch(/"(?!\$USER)|undefined/);
  });

  test('has no text that English has not', () => {
    expect(Object.keys(russian).toSorted()).toEqual(Object.keys(english).toSorted());
  });
});

describe('a sentence', () => {
  const texts = sentences(
    { plain: 'Plain.', valued: (what: string) => `${what} is gone.` },
    { ru: { plain: 'Просто.', valued: (what) => `${what}: больше нет.` } },
  );

  test('is made in all languages at once', () => {
    expect(texts.plain).toEqual({ en: 'Plain.', ru: 'Просто.' });
    expect(texts.valued('x')).toEqual({ en: 'x is gone.', ru: 'x: больше нет.' });
    expect(joined([texts.plain, texts.valued('x')]).ru).toBe('Просто. x: больше нет.');
  });

  test('of shared/ is asked for in each language, and English is spoken again after it, also after a throw', () => {
    expect(inEveryLanguage(spokenLanguage)).toEqual({ en: 'en', ru: 'ru' });
    expect(() =>
      inEveryLanguage(() => {
        if (spokenLanguage() === 'ru') throw new Error('now');
      }),
    ).toThrow('now');
    expect(spokenLanguage()).toBe('en');
  });
});

// What these files say is read in the log, in daemon.log or on the terminal, which are English.
const speaksEnglish: Record<string, RegExp> = {
  'daemon/service/':
    /(?:main-log|letter-log|automatic-fetch|said-of-fetch|said-of-trip|log-of-event|evidence-sentence|begin-test|automatic-round|first-place)\.ts$/,
  'daemon/store/':
    /(?:data-directory|others-directory|lock|database|migrate|migrations\/.*|restore|backup|keychain-presence)\.ts$/,
  'daemon/http/': /^$/,
};
/** Words to the log among others, and errors that are mistakes of ours. */
const toTheLog =
  /^(?:.* was (?:created|changed|deleted|paired|set|reset|revoked)|Property|Account|Browser|The pairing of browser|New passwords are kept|The password of this account was not found)/;

test.each(Object.entries(speaksEnglish))('%s has no sentence outside of its texts', (room, spoken) => {
  const files = sourceFiles().filter(
    (path) => path.startsWith(room) && !path.includes('/texts/') && !spoken.test(path),
  );
  expect(files.length).toBeGreaterThan(10);
  const found = files.flatMap((path) =>
    literalsOf(path)
      .filter((text) => /^[A-Z“].*\s\S.*[.!]$/su.test(text) && !toTheLog.test(text))
      .map((text) => `${path}: ${text}`),
  );
  expect(found).toEqual([]);
});

test('what is said of a row that cannot be read is a sentence of the texts, in Russian too', () => {
  const said = sourceFiles()
    .filter((path) => path.startsWith('daemon/'))
    .flatMap((path) =>
      [...sourceText(path).matchAll(/(?<!function )\bparsedRow\(([^;]+)\)/g)].map(
        ([, given]) => `${path}: ${given}`,
      ),
    );
  expect(said.length).toBeGreaterThan(5);
  expect(said.filter((given) => !/, \(\) => texts\.\w+/.test(given) || /['"`]/.test(given))).toEqual([]);

  const broken: unknown[] = [];
  const id = '1574';
  const reads = [
    () => logRecord({ id, created_at: 1 }),
    () => accountOf({ id }),
    () => letterOf({ id, created_at: 1, sent_at: null, next_attempt_at: null, tried_until: null }),
  ];
  for (const read of reads)
    try {
      read();
    } catch (error) {
      broken.push(error instanceof StoreError ? error.sentence?.ru : error);
    }
  const { recordChanged, accountChanged, letterChanged } = storeRussian;
  expect(broken).toEqual([recordChanged(id), accountChanged(id), letterChanged(id)]);
});

test('nothing in the daemon is refused in one language alone', () => {
  const bare = sourceFiles().filter(
    (path) =>
      path.startsWith('daemon/') && /Refused\b.*shared\/refusal[^]*new Refused\(/.test(sourceText(path)),
  );
  expect(bare).toEqual([]);
});

/** With `1V`, `2V` … for its values. */
function textOf(text: unknown): string {
  if (typeof text === 'string') return text;
  const values = ['1V', '2V', '3V', '4V'];
  const told = text as Values;
  // Where a list is wanted, a text is none.
  return /wanted\.join/.test(String(text))
    ? (told as unknown as (...values: unknown[]) => string)('1V', ['2V'], '3V', '4V')
    : told(...values);
}

function valuesIn(text: string): string[] {
  return (text.match(/\dV/g) ?? []).toSorted();
}

/** Every text of a source, templates with `…` where their values stand. Errors that only a mistake of ours raises are left out. */
function literalsOf(path: string): string[] {
  const found: string[] = [];
  const walk = (node: unknown): void => {
    if (Array.isArray(node)) return node.forEach(walk);
    if (typeof node !== 'object' || node === null) return;
    const { type, value, quasis, callee } = node as {
      type?: string;
      value?: unknown;
      quasis?: { value: { cooked: string } }[];
      callee?: { type?: string; name?: string };
    };
    if (type === 'NewExpression' && /^(?:TypeError|RangeError|Error)$/.test(callee?.name ?? '')) return;
    if (callee?.type === 'Super' || isLogCall(node)) return;
    if (type === 'Literal' && typeof value === 'string') found.push(value);
    if (type === 'TemplateLiteral')
      found.push((quasis ?? []).map(({ value: { cooked } }) => cooked).join('…'));
    for (const child of Object.values(node)) walk(child);
  };
  walk(parseSync(path, sourceText(path)).program.body);
  return found;
}

/** `log?.error(…)` and `mainLog.system(…)`. */
function isLogCall(node: object): boolean {
  const { type, callee } = node as { type?: string; callee?: { property?: { name?: string } } };
  return type === 'CallExpression' && /^(?:error|warn|info|system|say)$/.test(callee?.property?.name ?? '');
}
