import { once } from 'node:events';
import { parseArgs } from 'node:util';
import type { TestedAccount } from '../../shared/account-status.ts';
import { openDaemon } from '../../daemon/cli/client/open-daemon.ts';
import type { Id } from '../../shared/id.ts';
import { teller } from '../../shared/round-trip-words.ts';
import { securityOf } from '../../shared/security.ts';
import { titleOf } from '../../shared/explanation/title.ts';
import { daemonProcess } from '../daemon-process.ts';
import { pairBrowser } from '../pages/companion-page.ts';
import { demoBrowser } from './demo-browser.ts';
import { demoServers } from './demo-servers.ts';
import { type ExampleAccount, exampleAccounts } from './example-accounts.ts';
import { letterAccounts } from './letter-accounts.ts';

const { values } = parseArgs({
  options: {
    /** A browser without a window: for a look at the demo by itself. */
    headless: { type: 'boolean', default: false },
    /** Ends after the first tests instead of waiting for Ctrl-C. */
    once: { type: 'boolean', default: false },
  },
});
const begun = performance.now();
const ended = Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);

await using servers = await demoServers();
say(`Mail servers: ${servers.what}`);
await using daemon = await daemonProcess({ env: { NODE_EXTRA_CA_CERTS: servers.ca } });
const code = await daemon.pairingCode();
say(`Companion: 127.0.0.1:${daemon.port}, its data in ${daemon.directory}`);

const client = await openDaemon(daemon);
const letters = servers.ports && letterAccounts(servers.ports);
if (letters) await createDefaults(letters);
const pairNames = letters ? [letters.outbox.form.name, letters.inbox.form.name] : [];
for (const example of exampleAccounts(servers))
  if (!pairNames.includes(example.form.name)) await create(example);
for (const example of letters?.others ?? []) await create(example);
const { started } = await client.call('testsStartAll', {});
await Promise.all(started.map(({ testId }) => finished(testId)));
const { accounts } = await client.call('accountsList', {});
say(`Example accounts, tested:\n`);
for (const tested of accounts) console.log(lineOf(tested));
console.log();
if (letters) say(`Round trip, ${pairNames.join(' → ')}: ${await firstRoundTrip()}`);
else say('Letters are not delivered here: round trips need Dovecot and Postfix.');

const browser = await demoBrowser(values);
if (browser) {
  await pairBrowser(browser, daemon);
  say(`${browser.name} is open, with the extension loaded and paired.`);
} else {
  say(`No browser was opened: there is no screen, or neither Chromium nor Firefox.`);
  console.log(`Load the extension as npm start says, choose port ${daemon.port}, and type the code ${code}`);
}
if (!values.once) {
  say('Everything of the demo is removed when it ends. Ctrl-C ends it.');
  await ended;
}
await browser?.[Symbol.asyncDispose]();

async function create({ form, password }: ExampleAccount): Promise<Id> {
  return (await client.call('accountsCreate', { account: form }, { password })).account.id;
}

/** The two that letters go between without being named. */
async function createDefaults({ outbox, inbox }: ReturnType<typeof letterAccounts>): Promise<void> {
  await client.call('propertiesSet', { name: 'default.email.account.send', value: await create(outbox) });
  await client.call('propertiesSet', { name: 'default.email.account.receive', value: await create(inbox) });
}

async function firstRoundTrip(): Promise<string> {
  for await (const event of client.stream(
    'lettersRoundTrip',
    { cleanUp: false },
    new AbortController().signal,
  ))
    if (event.type === 'finished')
      return event.arrival
        ? `arrived in ${event.arrival.folder} after ${teller.seconds(event.arrival.ms)}`
        : event.fate;
  return 'was broken off';
}

async function finished(testId: string): Promise<void> {
  for await (const event of client.stream('testsFollow', { testId }, new AbortController().signal))
    if (event.type === 'finished') return;
}

function lineOf({ account: { name, connection }, lastTest }: TestedAccount): string {
  const { failure, stage, ids } = lastTest ?? {};
  const context = { ...connection, security: securityOf(connection) };
  const failed = failure && `${stage}: ${titleOf(failure.kind, { ...context, ...failure })}`;
  const passed = ids ? `${ids.count} messages` : 'works';
  return `  ${failed ? '✕' : '✓'} ${name.padEnd(34)} ${failed ?? passed}`;
}

function say(sentence: string): void {
  console.log(`[${((performance.now() - begun) / 1000).toFixed(0).padStart(2)} s] ${sentence}`);
}
