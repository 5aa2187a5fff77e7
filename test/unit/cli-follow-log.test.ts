import { expect, test } from 'vitest';
import { CommandFailure } from '../../daemon/cli/command-failure.ts';
import { follow } from '../../daemon/cli/commands/logs/follow.ts';
import { exitCode } from '../../daemon/cli/exit-code.ts';
import { ConnectionTrouble } from '../../shared/connection-trouble.ts';
import type { DaemonClient } from '../../shared/daemon-client.ts';
import type { LogRecord } from '../../shared/log.ts';

const record = (id: number) => ({ id: `15742528461135779${id}`, message: `number ${id}` }) as LogRecord;

interface Ends {
  gone?: boolean;
  unread?: boolean;
  after?: () => Promise<void>;
}

/** A daemon with two records, whose stream brings a third and ends; the page waits until the stream was read. */
function daemonOf({ gone = false, unread = false, after = async () => {} }: Ends = {}) {
  const wasRead = Promise.withResolvers<void>();
  return {
    async call(name: string) {
      if (name === 'status') {
        if (gone) throw new ConnectionTrouble('unreachable');
        return {};
      }
      await wasRead.promise;
      if (unread) throw new Error('no page');
      return { records: [record(2), record(1)] };
    },
    async *stream() {
      yield { type: 'begun' };
      yield { type: 'log', records: [record(2), record(3)] };
      wasRead.resolve();
      await after();
    },
  } as unknown as DaemonClient;
}

async function followed(daemon: DaemonClient, signal = new AbortController().signal) {
  const shown: string[] = [];
  const ended = await follow(daemon, {} as Parameters<typeof follow>[1], 10, {
    show: ({ message }) => shown.push(message),
    signal,
  }).catch((error: unknown) => error);
  return { shown, ended };
}

test('the stream is read while the first pages come, and shows each record once; its end is a failure', async () => {
  const { shown, ended } = await followed(daemonOf());
  expect(shown).toEqual(['number 1', 'number 2', 'number 3']);
  expect(ended).toBeInstanceOf(CommandFailure);
  expect(ended).toMatchObject({
    code: exitCode.failed,
    message: expect.stringContaining('ended the stream'),
  });
});

test('a daemon that is gone and a page that cannot be read say so themselves', async () => {
  const cut = async () => {
    throw new ConnectionTrouble('lost');
  };
  const { shown, ended } = await followed(daemonOf({ gone: true, after: cut }));
  expect(shown).toHaveLength(3);
  expect(ended).toMatchObject({ kind: 'unreachable' });
  expect((await followed(daemonOf({ unread: true }))).ended).toMatchObject({ message: 'no page' });
});

test('stopped by the person it is done', async () => {
  const person = new AbortController();
  const daemon = daemonOf({ after: async () => person.abort() });
  expect((await followed(daemon, person.signal)).ended).toBe(exitCode.done);
});
