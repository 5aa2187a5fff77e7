import { fileURLToPath } from 'node:url';
import { generateChromeMessages, parseMessagesFile } from '@wxt-dev/i18n/build';

// Unit tests have no browser to look the words up: they get the same file that the build writes for it.
const locale = fileURLToPath(new URL('../extension/locales/en.json', import.meta.url));
const messages = generateChromeMessages(await parseMessagesFile(locale));

const getMessage = (name: string) => messages[name]?.message ?? '';
Object.assign(globalThis, { chrome: { i18n: { getMessage } } });
