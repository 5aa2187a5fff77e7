import { once } from 'node:events';
import { connect } from 'node:net';

/** The origin of an extension that the daemon knows. */
export const pairedOrigin = `chrome-extension://${'a'.repeat(32)}`;

/** What may differ from a proper request of a paired client. */
export interface RequestParts {
  path?: string;
  method?: string;
  host?: string;
  origin?: string;
  type?: string;
  authorization?: string;
  more?: string;
}

/** A whole HTTP/1.1 request with the body `{"a":1}`. */
export function requestText(
  port: number,
  {
    path = '/status',
    method = 'POST',
    host = `127.0.0.1:${port}`,
    origin = pairedOrigin,
    type = 'application/json',
    authorization,
    more = '',
  }: RequestParts,
): string {
  const proof = authorization ? `Authorization: ${authorization}\r\n` : '';
  const headers = `Host: ${host}\r\nOrigin: ${origin}\r\nContent-Type: ${type}\r\n${proof}${more}`;
  return `${method} ${path} HTTP/1.1\r\n${headers}Content-Length: 7\r\n\r\n{"a":1}`;
}

/** Writes raw bytes and reads until the server has answered or closed. */
export async function sendRaw(port: number, text: string, patienceMs = 2_000) {
  const socket = connect(port, '127.0.0.1');
  socket.on('error', () => undefined);
  let answer = '';
  const done = new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, patienceMs);
    const end = () => {
      clearTimeout(timer);
      resolve();
    };
    socket.on('data', (chunk: Buffer) => {
      answer += chunk.toString('latin1');
      const head = answer.indexOf('\r\n\r\n');
      const length = /content-length: (\d+)/i.exec(answer)?.[1];
      if (
        head !== -1 &&
        (length === undefined ? / 204 /.test(answer) : answer.length >= head + 4 + Number(length))
      )
        end();
    });
    socket.on('close', end);
  });
  await Promise.race([once(socket, 'connect').catch(() => undefined), done]);
  socket.write(text);
  await done;
  socket.destroy();
  const status = /^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1];
  const body = answer.slice(answer.indexOf('\r\n\r\n') + 4);
  return {
    status: status === undefined ? undefined : Number(status),
    text: answer,
    body: answer ? body : '',
  };
}
