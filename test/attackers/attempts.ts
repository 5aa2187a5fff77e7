/** What one request gave to whoever sent it: `status` and `text` only when a script may read them. */
export interface Attempt {
  kind: string;
  status?: number;
  text?: string;
  refused?: string;
}

/**
 * A script for pages: `attack(base, path)` sends every kind of request that a page can send, and tells what
 * it could read of the answers. With `most` the first kinds alone: browsers slow down WebSockets that fail.
 */
export const attempts = String.raw`
async function attack(base, path, most = Infinity) {
  const url = base + path;
  const json = { 'content-type': 'application/json' };
  const proof = { authorization: 'Mailprobe AAAAAAAAAAAAAAAAAAAAAA.1.' + 'A'.repeat(43) };
  const fetched = {
    'POST json with a forged proof': [url, { method: 'POST', body: '{}', headers: { ...json, ...proof } }],
    'POST text no-cors': [url, { method: 'POST', body: '{}', mode: 'no-cors' }],
    'POST json': [url, { method: 'POST', body: '{}', headers: json }],
    'POST text': [url, { method: 'POST', body: '{}' }],
    'GET no-cors': [url, { mode: 'no-cors' }],
    'POST json with credentials': [url, { method: 'POST', body: '{}', headers: json, credentials: 'include' }],
    'GET': [url],
    'GET /': [base + '/'],
    'PUT': [url, { method: 'PUT', body: '{}', headers: json }],
    'POST to pair': [base + '/pair/start', { method: 'POST', body: '{}', headers: json }],
  };
  const results = [];
  for (const [kind, [target, options]] of Object.entries(fetched).slice(0, most)) {
    try {
      const reply = await fetch(target, options);
      results.push({ kind, status: reply.status, text: await reply.text() });
    } catch (error) {
      results.push({ kind, refused: String(error) });
    }
  }
  if (results.length >= most) return results;
  results.push({ kind: 'beacon', refused: String(navigator.sendBeacon(url, '{}')) });
  await new Promise((resolve) => {
    const image = new Image();
    image.onload = () => { results.push({ kind: 'image', status: 200 }); resolve(); };
    image.onerror = () => { results.push({ kind: 'image', refused: 'error' }); resolve(); };
    image.src = url;
  });
  await new Promise((resolve) => {
    const socket = new WebSocket(url.replace('http', 'ws'));
    socket.onopen = () => { results.push({ kind: 'WebSocket', status: 101 }); resolve(); };
    socket.onerror = () => { results.push({ kind: 'WebSocket', refused: 'error' }); resolve(); };
  });
  return results;
}
`;
