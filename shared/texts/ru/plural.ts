const rules = new Intl.PluralRules('ru');

/** The word that stands after a whole number: 1 письмо, 2 письма, 5 писем. */
export function plural(count: number, one: string, few: string, many: string): string {
  const category = rules.select(count);
  if (category === 'one') return one;
  return category === 'few' ? few : many;
}
