import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openChromium } from '../browsers/chromium.ts';
import type { ExtensionBrowser, ExtensionPage } from '../browsers/extension-browser.ts';
import { openFirefox } from '../browsers/firefox.ts';
import { type DaemonProcess, daemonProcess } from '../daemon-process.ts';
import { pairBrowser } from '../pages/companion-page.ts';
import { logRoom } from '../pages/log-room.ts';
import { storeAccounts, withCommandLine } from '../pages/stored-accounts.ts';
import { type RunningServers, startRealServers } from '../servers/real/real-servers.ts';
import { settingsOf } from '../walk.ts';

/** Whoever looks in: takes connections, counts them, and hangs up. */
let looks = 0;
const sender = createServer((socket) => {
  looks += 1;
  socket.on('error', () => {}).destroy();
});

/** All that asks for something from outside where HTML is rendered. */
function letter(url: string): string {
  const html = [
    `<html><head><title>t</title><base href="${url}/base/"><meta http-equiv="refresh" content="0;url=${url}/refresh">`,
    `<link rel="stylesheet" href="${url}/sheet.css"><link rel="preload" as="image" href="${url}/preload"><link rel="dns-prefetch" href="${url}">`,
    `<style>@import "${url}/import.css"; body { background: url(${url}/background) } @font-face { font-family: f; src: url(${url}/font) }</style>`,
    `<script>fetch("${url}/script"); new Image().src = "${url}/image"; top.location = "${url}/top"</script><script src="${url}/source.js"></script></head>`,
    `<body background="${url}/body" onload="fetch('${url}/load')"><p style="background: url(${url}/style)">Dear reader</p>`,
    `<img src="${url}/pixel.gif" width="1" height="1" onerror="fetch('${url}/error')"><img srcset="${url}/set 2x">`,
    `<iframe src="${url}/frame" srcdoc="<img src='${url}/srcdoc'>"></iframe><object data="${url}/object"></object><embed src="${url}/embed">`,
    `<video src="${url}/video" poster="${url}/poster" autoplay></video><audio src="${url}/audio" autoplay></audio>`,
    `<svg><image href="${url}/svg"/><script>fetch("${url}/svg-script")</script></svg><input type="image" src="${url}/input">`,
    `<form action="${url}/form"><button autofocus onfocus="fetch('${url}/focus')">Go</button></form><a href="${url}/link" ping="${url}/ping">a link</a></body></html>`,
  ].join('\r\n');
  return [
    `From: "<img src=${url}/sender>" <a@b.example>`,
    `To: "<img src=${url}/recipient>" <reader@mail.test>`,
    `Subject: <img src=${url}/subject>`,
    'Date: Mon, 23 Nov 2026 10:00:00 +0000',
    'Message-ID: <tracked@b.example>',
    `X-Header: <script>fetch("${url}/header")</script>`,
    `Disposition-Notification-To: <a@b.example>`,
    `List-Unsubscribe: <${url}/unsubscribe>`,
    'MIME-Version: 1.0',
    'Content-Type: text/html; charset=utf-8',
    '',
    html,
    '',
  ].join('\r\n');
}

describe.each([
  ['Chromium', openChromium],
  ['Firefox', openFirefox],
])('a letter that wants to know who reads it, in %s', (_name, open) => {
  let servers: RunningServers;
  let browser: ExtensionBrowser;
  let daemon: DaemonProcess;
  let page: ExtensionPage;
  let url: string;
  beforeAll(async () => {
    if (!sender.listening) await once(sender.listen(0, '127.0.0.1'), 'listening');
    url = `http://127.0.0.1:${(sender.address() as AddressInfo).port}`;
    const reader = { username: 'reader', password: 'pw-Reader-1', uids: [1], letterOf: () => letter(url) };
    servers = await startRealServers([reader]);
    const { ca, ports } = servers;
    [browser, daemon] = await Promise.all([open(), daemonProcess({ env: { NODE_EXTRA_CA_CERTS: ca } })]);
    page = await pairBrowser(browser, daemon);
    const connection = settingsOf({ type: 'imap', security: 'ssl', port: ports.imaps, username: 'reader' });
    const form = { name: 'Reader', label: '', active: true, connection };
    const [accountId = ''] = await storeAccounts(daemon, [{ form, password: reader.password }]);
    await withCommandLine(daemon, async (client) => {
      const lines = client.stream('lettersFetch', { accountId }, new AbortController().signal);
      expect((await Array.fromAsync(lines)).at(-1)).toMatchObject({ type: 'finished', letters: 1 });
    });
  }, 120_000);
  afterAll(async () => {
    await browser[Symbol.asyncDispose]();
    await daemon[Symbol.asyncDispose]();
    await servers[Symbol.asyncDispose]();
    sender.close();
  });

  it('is read as text, in list and record, and nobody is told', async () => {
    looks = 0;
    const earlier = page.complaints.length;
    await logRoom(page).to('#/letters/incoming');
    await page.sees(`<img src=${url}/subject>`);
    await page.sees(`<img src=${url}/sender>`);
    await page.click('link', `<img src=${url}/subject>`);
    await page.sees('Dear reader');
    await page.sees(`<img src=${url}/recipient>`);
    expect(
      await page.evaluate(
        "document.querySelectorAll('main :is(img, iframe, object, embed, video, audio, script, style, form, base, meta)').length",
      ),
    ).toBe(0);
    await page.reload();
    await page.sees('Dear reader');
    const asked = await page.evaluate<string[]>(
      "performance.getEntriesByType('resource').map(({ name }) => name)",
    );
    expect(asked.filter((name) => name.startsWith(url))).toEqual([]);
    // What the policy of the page has stopped would stand here: nothing was even tried.
    expect(page.complaints.slice(earlier)).toEqual([]);
    expect(looks).toBe(0);
    // Whoever asks is counted.
    await browser.visit(`${url}/seen`).catch(() => undefined);
    expect(looks).toBeGreaterThan(0);
  });
});
