import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { addressOf, fateDelays } from './fates.ts';

/**
 * What the receiving server asks about a recipient (Postfix's SMTPD_POLICY_README): a letter to `slow` waits for the
 * answer, one to `greylisted` is put off until the same sender has come again after a while.
 */
export async function startPolicyServer(port: number): Promise<Disposable> {
  const firstSeen = new Map<string, number>();
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined).on('close', () => sockets.delete(socket));
    void answerAll(socket, firstSeen);
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  server.unref();
  return {
    [Symbol.dispose]() {
      server.close();
      for (const socket of sockets) socket.destroy();
    },
  };
}

/** A question is lines of name=value and an empty one. */
async function answerAll(socket: Socket, firstSeen: Map<string, number>): Promise<void> {
  const asked = new Map<string, string>();
  for await (const line of createInterface({ input: socket.unref() })) {
    if (line !== '') {
      const [name = '', ...value] = line.split('=');
      asked.set(name, value.join('='));
      continue;
    }
    const action = await actionFor(asked, firstSeen);
    socket.write(`action=${action}\n\n`);
    asked.clear();
  }
}

async function actionFor(asked: Map<string, string>, firstSeen: Map<string, number>): Promise<string> {
  const recipient = asked.get('recipient');
  if (recipient === addressOf('slow')) await sleep(fateDelays.slow);
  if (recipient !== addressOf('greylisted')) return 'DUNNO';
  // The queue id of the sending server is not known here: who writes to whom is what greylisting goes by.
  const who = `${asked.get('client_address')} ${asked.get('sender')}`;
  const since = firstSeen.get(who);
  firstSeen.set(who, since ?? Date.now());
  if (since !== undefined && Date.now() - since >= fateDelays.greylisted) {
    // The next letter is a stranger again: each test meets the same server.
    firstSeen.delete(who);
    return 'DUNNO';
  }
  return '450 4.7.1 Greylisted, please try again in a while';
}
