import { describe, expect, test } from 'vitest';
import { explain as inEnglish } from '../../shared/explanation.ts';
import { causeGroups } from '../../shared/explanation/cause-groups.ts';
import { explain as inRussian } from '../../shared/explanation/in-russian.ts';
import { failureKinds } from '../../shared/failure.ts';
import { cyrillic, untranslated } from '../russian.ts';
import { contexts } from './explanation-contexts.ts';

describe.each(failureKinds)('%s in Russian', (kind) => {
  const pairs = contexts.map((context) => ({
    context: JSON.stringify(context),
    english: inEnglish(kind, context),
    russian: inRussian(kind, context),
  }));

  test('says the same in as many words, all of them Russian', () => {
    for (const { context, english, russian } of pairs) {
      expect(russian.title.length, russian.title).toBeLessThanOrEqual(70);
      expect(russian.title, context).not.toMatch(/\.$/);
      expect(russian.steps.length, context).toBe(english.steps.length);
      expect(new Set(russian.steps).size, context).toBe(russian.steps.length);
      for (const text of [russian.title, russian.why, ...russian.steps]) {
        expect(text).toMatch(cyrillic);
        expect(untranslated(text), text).toEqual([]);
        expect(text).not.toMatch(/undefined|\[object/);
      }
      for (const step of russian.steps) expect(step).toMatch(/^[А-ЯЁ].{10,}\.$/);
      expect(russian.why).toMatch(/[.…»”]$/);
    }
  });

  test('names the same ports, addresses and limits', () => {
    for (const { context, english, russian } of pairs) {
      expect(numbersOf(russian.steps), context).toEqual(numbersOf(english.steps));
      expect(numbersOf([russian.why]), context).toEqual(numbersOf([english.why]));
    }
  });

  test('is never mended by weaker security', () => {
    for (const { russian } of pairs) {
      expect(russian.steps.join('\n')).not.toMatch(
        /Не проверять сертификат|(?:включите|выберите) без шифрования/i,
      );
      for (const step of russian.steps.filter((one) => /выключите TLS/.test(one)))
        expect(step).toMatch(/включите SSL/i);
    }
  });
});

test('no two kinds share a Russian title', () => {
  for (const context of [{}, { type: 'imap', security: 'ssl' }, { type: 'smtp', security: 'tls' }] as const) {
    const titles = failureKinds.map((kind) => inRussian(kind, context).title);
    expect(new Set(titles).size).toBe(titles.length);
  }
});

test('every kind stands in one group of the handbook', () => {
  const grouped: string[] = Object.values(causeGroups).flat();
  expect(grouped.toSorted()).toEqual([...failureKinds].toSorted());
});

test('quotes are those of the language', () => {
  for (const kind of failureKinds) {
    for (const context of contexts) {
      const english = Object.values(inEnglish(kind, context)).flat().join('\n');
      expect(english).not.toMatch(/["']|«/);
      expect(Object.values(inRussian(kind, context)).flat().join('\n')).not.toMatch(/["'’„]/);
    }
  }
});

/** In any order; a number that English writes as a word is none. */
function numbersOf(texts: readonly string[]): string[] {
  return (texts.join(' ').match(/\d+(?:\.\d+)*(?!-)/g) ?? []).toSorted();
}
