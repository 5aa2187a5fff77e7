import { generateChromeMessages, parseMessagesFile } from '@wxt-dev/i18n/build';
import { describe, expect, it } from 'vitest';
import { sourceFiles, sourceText } from '../import-graph.ts';
import {
  countedStems,
  languages,
  localeFile,
  localeTexts,
  pluralCategories,
  valuesOf,
} from '../locale-texts.ts';
import { nodesOf, parsed, writtenParts } from '../syntax-tree.ts';

const english = localeTexts('en');
const counted = countedStems(english);

/** The same in every language. */
const technical =
  /\b(?:SMTP|IMAP|POP3|SSL|TLS|STARTTLS|SHA-256|SPKI|Message-ID|UIDVALIDITY|ID|UTC|CSV|JSON(?: Lines)?|UTF-8|Mailprobe|Ctrl|Mac|Enter|eml|auth_bad_credentials)\b|\S+\.example\.com|\S+@example\.com\S*|Sales <|^(?:npm|npx|git) .+/g;

it('has Russian beside English', () => {
  expect(languages).toContain('ru');
  expect(english.size).toBeGreaterThan(400);
});

describe.each(languages)('%s', (language) => {
  const texts = localeTexts(language);
  const categories = pluralCategories(language);

  it('has every key, and no other', () => {
    const single = [...english.keys()].filter((key) => !counted.includes(key.replace(/\.[^.]+$/, '')));
    const wanted = [
      ...single,
      ...counted.flatMap((stem) => categories.map((category) => `${stem}.${category}`)),
    ];
    expect(
      wanted.filter((key) => !texts.has(key)),
      `keys to add to ${language}.json`,
    ).toEqual([]);
    expect(
      [...texts.keys()].filter((key) => !wanted.includes(key)),
      `keys of ${language}.json that en.json does not have`,
    ).toEqual([]);
  });

  it('says which language it is', () => {
    expect(new Intl.Locale(texts.get('language') ?? '').language).toBe(language.split('_')[0]);
  });

  it('has a text for every key, with the values of the English one', () => {
    const wrong = [...texts].filter(([key, text]) => {
      const stem = key.replace(/\.[^.]+$/, '');
      const model = valuesOf(english.get(counted.includes(stem) ? `${stem}.other` : key) ?? '');
      const fewer =
        counted.includes(stem) && isOneNumber(key) ? model.filter((name) => name !== 'count') : model;
      return (
        text === '' || text.trim() !== text || ![model, fewer].map(String).includes(String(valuesOf(text)))
      );
    });
    expect(lines(wrong), 'empty, padded, or with other values in braces than en.json').toEqual([]);
  });

  it('becomes one message of the browser for each key', async () => {
    const messages = generateChromeMessages(await parseMessagesFile(localeFile(language)));
    const names = [...texts.keys()].map((key) => key.replaceAll('.', '_'));
    expect(Object.keys(messages).toSorted()).toEqual(names.toSorted());
    expect(names.filter((name) => !/^\w+$/.test(name))).toEqual([]);
    // Browsers forget capitals.
    const small = names.map((name) => name.toLowerCase());
    expect(small.filter((name, at) => small.indexOf(name) !== at)).toEqual([]);
  });

  /** Whether a category stands for a single number, as English `one` does and Russian `one` (1, 21, 31 …) does not. */
  function isOneNumber(key: string): boolean {
    const rules = new Intl.PluralRules(language);
    const numbers = Array.from({ length: 1000 }, (_, number) => number);
    return numbers.filter((number) => rules.select(number) === key.split('.').at(-1)).length === 1;
  }
});

describe.each(languages.filter((language) => language !== 'en'))('%s is translated:', (language) => {
  const texts = localeTexts(language);

  it('no text is as it was in English', () => {
    const same = [...texts].filter(([key, text]) => text === english.get(key) && /\p{L}/u.test(bare(text)));
    expect(lines(same)).toEqual([]);
  });

  it('marks quotes and pauses as print does', () => {
    expect(lines([...texts].filter(([, text]) => /"|\.\.\.| - /.test(text)))).toEqual([]);
  });
});

it('leaves no English word in a Russian text', () => {
  const mixed = [...localeTexts('ru')].filter(
    ([key, text]) => key !== 'language' && /[A-Za-z]{2}/.test(bare(text)),
  );
  expect(lines(mixed)).toEqual([]);
});

it('keeps no text that nothing shows', () => {
  const used = usedKeys();
  expect(
    [...english.keys()].filter((key) => !used(key)),
    'keys of en.json that no file of extension/ names',
  ).toEqual([]);
});

function lines(texts: readonly [key: string, text: string][]): string[] {
  return texts.map(([key, text]) => `${key}: ${text}`);
}

/** A text without its values and what stays as it is in every language. */
function bare(text: string): string {
  return text.replaceAll(/\{\w+\}/g, '').replaceAll(technical, '');
}

/** Tells of a key whether a literal names it, or a template literal does with values in it or before it. */
function usedKeys(): (key: string) => boolean {
  const files = sourceFiles().filter((path) => /^extension\/.*\.tsx?$/.test(path));
  const literals = new Set<string>();
  const patterns: RegExp[] = [];
  const ends = ['.one', '.other'];
  for (const path of files) {
    for (const node of nodesOf(parsed(path, sourceText(path)))) {
      const [first = '', ...rest] = writtenParts(node);
      if (rest.length === 0) literals.add(first);
      else if (/^[a-z]\w*\./i.test(first))
        patterns.push(new RegExp(`^${[first, ...rest].map((part) => RegExp.escape(part)).join('[\\w.]+')}$`));
      else if (first === '' && rest.length === 1 && /^(?:\.\w+)+$/.test(rest[0] ?? '')) ends.push(...rest);
    }
  }
  for (const [, name = ''] of sourceText('wxt.config.ts').matchAll(/__MSG_(\w+)__/g))
    literals.add(name.replace('_', '.'));
  const named = (key: string) => literals.has(key) || patterns.some((pattern) => pattern.test(key));
  // One end may stand behind another, such as of a count in the texts of a list.
  const used = (key: string): boolean =>
    named(key) || ends.some((end) => key.endsWith(end) && used(key.slice(0, -end.length)));
  return used;
}
