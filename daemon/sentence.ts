import { type Language, languages, speaking } from '../shared/language.ts';
import { russian } from '../shared/texts/russian.ts';
import { learn } from '../shared/texts.ts';

learn('ru', russian);

/**
 * What a person is told, in every language at once: who asks decides at the reply which one is read, and a log takes the
 * English one, however long it was on its way.
 */
export type Sentence = Readonly<Record<Language, string>>;

type Text = string | ((...values: never[]) => string);
/** A table of texts in one language. */
type Table = Readonly<Record<string, Text>>;
type Sentences<Of extends Table> = {
  readonly [Name in keyof Of]: Of[Name] extends (...values: infer Values) => string
    ? (...values: Values) => Sentence
    : Sentence;
};

/** A table for each language made one of sentences: what English lacks in Russian does not compile. */
export function sentences<English extends Table>(
  english: English,
  tables: Readonly<Record<Exclude<Language, 'en'>, NoInfer<English>>>,
): Sentences<English> {
  const all: Record<Language, Table> = { en: english, ...tables };
  const made = Object.keys(english).map((name) => {
    const texts = inEach((language) => all[language][name] as string | ((...values: unknown[]) => string));
    const one = (...values: unknown[]) =>
      inEach((language) => {
        const text = texts[language];
        return typeof text === 'function' ? text(...values) : text;
      });
    return [name, typeof texts.en === 'function' ? one : one()] as const;
  });
  return Object.fromEntries(made) as Sentences<English>;
}

/** What shared/ says, in every language: `say` is called once for each, and must not wait for anything. */
export function inEveryLanguage<T>(say: () => T): Record<Language, T> {
  return inEach((language) => speaking(language, say));
}

/** One after the other, as in a paragraph. */
export function joined(parts: readonly Sentence[]): Sentence {
  return inEach((language) => parts.map((part) => part[language]).join(' '));
}

function inEach<T>(make: (language: Language) => T): Record<Language, T> {
  return Object.fromEntries(languages.map((language) => [language, make(language)])) as Record<Language, T>;
}
