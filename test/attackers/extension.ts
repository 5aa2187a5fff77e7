import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { attempts } from './attempts.ts';

/** A folder with a second extension that has our host permission, forges headers and watches requests. */
export interface HostileExtension extends AsyncDisposable {
  readonly folder: string;
}

/** `page.html` can `attack(base, path)`, and `seen()` gives what it could watch of other extensions' requests. */
export async function hostileExtension(
  browser: 'chromium' | 'firefox',
  forgedOrigin: string,
): Promise<HostileExtension> {
  const folder = await mkdtemp(join(tmpdir(), 'mailprobe-beside-'));
  const background = browser === 'chromium' ? { service_worker: 'watch.js' } : { scripts: ['watch.js'] };
  const manifest = {
    manifest_version: 3,
    name: 'Weather',
    version: '1.0',
    permissions: ['webRequest', 'declarativeNetRequestWithHostAccess', 'storage'],
    host_permissions: ['http://127.0.0.1/*'],
    background,
    declarative_net_request: {
      rule_resources: [{ id: 'forge', enabled: true, path: 'rules.json' }],
    },
    ...(browser === 'chromium'
      ? { key: Buffer.from('another extension').toString('base64') }
      : { browser_specific_settings: { gecko: { id: 'beside@example.com' } } }),
  };
  const files = {
    'manifest.json': JSON.stringify(manifest),
    'rules.json': JSON.stringify([forge(forgedOrigin)]),
    'page.html':
      '<!doctype html><meta charset="utf-8"><title>Weather</title><main>Rain</main><script src="page.js"></script>',
    'page.js': `${attempts}\n${reading}`,
    'watch.js': watching,
  };
  await Promise.all(Object.entries(files).map(([name, text]) => writeFile(join(folder, name), text)));
  return { folder, [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }) };
}

/** Its own requests go out with our origin, where the browser lets it. */
function forge(origin: string) {
  return {
    id: 1,
    action: {
      type: 'modifyHeaders',
      requestHeaders: [{ header: 'origin', operation: 'set', value: origin }],
    },
    condition: { urlFilter: '|http://127.0.0.1', resourceTypes: ['xmlhttprequest', 'other'] },
  };
}

const reading = `
async function seen() {
  const { requests = [] } = await (globalThis.browser ?? chrome).storage.local.get('requests');
  return requests;
}`;

/** Every request to the daemon that the browser shows it, with headers and body. */
const watching = `
const api = globalThis.browser ?? chrome;
const requests = [];
const note = (request) => { requests.push(request); void api.storage.local.set({ requests }); };
const bytes = (body) => (body?.raw ?? []).map(({ bytes }) => bytes ? new TextDecoder().decode(bytes) : '').join('');
api.webRequest.onBeforeRequest.addListener(
  ({ url, method, initiator, originUrl, requestBody }) => note({ url, method, by: initiator ?? originUrl, body: bytes(requestBody) }),
  { urls: ['http://127.0.0.1/*'] }, ['requestBody']);
api.webRequest.onSendHeaders.addListener(
  ({ url, requestHeaders }) => note({ url, headers: requestHeaders }),
  { urls: ['http://127.0.0.1/*'] }, ['requestHeaders']);
`;
