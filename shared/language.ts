/** The languages that sentences for people exist in; names as in BCP 47. */
export const languages = ['en', 'ru'] as const;
export type Language = (typeof languages)[number];

let spoken: Language = 'en';

/** The language that sentences are said in at this moment: English, unless the process or the moment has another. */
export function spokenLanguage(): Language {
  return spoken;
}

/** For a page, which has one reader: all that is said from now on is in this language. */
export function speak(language: Language): void {
  spoken = language;
}

/** What `say` gives in this language. Nothing else is said meanwhile: it must not wait for anything. */
export function speaking<T>(language: Language, say: () => T): T {
  const before = spoken;
  spoken = language;
  try {
    return say();
  } finally {
    spoken = before;
  }
}

/** The first language of an `Accept-Language` header that there are sentences in, by weight (RFC 9110 §12.5.4); else English. */
export function acceptedLanguage(header: string | undefined): Language {
  const wanted = (header ?? '')
    .slice(0, 256)
    .split(',')
    .map((range) => {
      const [tag = '', ...rest] = range
        .trim()
        .toLowerCase()
        .split(/\s*;\s*/);
      const weight = /^q=([01](?:\.\d{0,3})?)$/.exec(rest.join(';'))?.[1];
      return { language: languageOf(tag), weight: rest.length === 0 ? 1 : Number(weight ?? 0) };
    })
    .filter(({ weight }) => weight > 0)
    .toSorted((one, other) => other.weight - one.weight);
  return wanted.find(({ language }) => language !== undefined)?.language ?? 'en';
}

/** The language of a BCP 47 tag, whatever its region; undefined where there are no sentences in it. */
export function languageOf(tag: string): Language | undefined {
  return languages.find((language) => tag === language || tag.startsWith(`${language}-`));
}
