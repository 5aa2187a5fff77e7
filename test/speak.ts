import { generateChromeMessages, parseMessagesFile } from '@wxt-dev/i18n/build';
import { localeFile } from './locale-texts.ts';

type Messages = Record<string, { message: string }>;
let messages: Messages = {};

// One object for good: the library keeps the one that it finds first.
const getMessage = (name: string) => messages[name]?.message ?? '';
Object.assign(globalThis, { chrome: { i18n: { getMessage } } });

/** Unit tests have no browser to look the words up: they get the same file that the build writes for it. */
export async function speak(language: string): Promise<void> {
  messages = generateChromeMessages(await parseMessagesFile(localeFile(language)));
}
