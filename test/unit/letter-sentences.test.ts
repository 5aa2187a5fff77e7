import { expect, test } from 'vitest';
import { english } from '../../daemon/service/letters/outgoing/texts/en.ts';
import { russian } from '../../daemon/service/letters/outgoing/texts/ru.ts';
import { localeTexts } from '../locale-texts.ts';

test.each([
  ['en', english],
  ['ru', russian],
] as const)('what the daemon says to press is what the button says (%s)', (language, { accountGone }) => {
  const button = localeTexts(language).get('letters.acts.anew');
  expect(button).toBeDefined();
  expect(accountGone).toContain(button);
});
