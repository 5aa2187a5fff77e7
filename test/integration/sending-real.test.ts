import { setTimeout as sleep } from 'node:timers/promises';
import { expect, inject, test } from 'vitest';
import type { Letter } from '../../shared/letter.ts';
import { received } from '../letters/received.ts';
import { addressOf } from '../servers/real/fates.ts';
import { smallUser } from '../servers/real/users.ts';
import { savedAccount, type ServiceOnDisk, serviceOnDisk } from '../service/service-on-disk.ts';

const { ports } = inject('realServers');
const bob = addressOf('inbox');

async function once({ service }: ServiceOnDisk, id: string): Promise<Letter> {
  for (let tries = 0; tries < 300; tries++) {
    const { letter } = await service.outgoing.get(id);
    if (letter.status !== 'In Process' && (letter.status !== 'Ready' || letter.attempts > 0)) return letter;
    await sleep(50);
  }
  throw new Error('The letter was not sent.');
}

test.each([
  ['ssl', ports.smtps],
  ['tls', ports.submission],
  ['plain', ports.smtp],
] as const)('a letter that Postfix took (%s) arrives as it was written', async (security, port) => {
  const on = await serviceOnDisk();
  const target = { type: 'smtp', security, port, ...smallUser, settings: { insecure: true } } as const;
  const accountId = await savedAccount(on, target);
  const text = 'Grüße!\n.\n..two dots\nПривет\n'.padEnd(20_000, 'long line '.repeat(200) + '\n.');
  const { letterId } = await on.service.outgoing.send({
    accountId,
    to: `Bob Ü <${bob}>`,
    bcc: 'eve@nowhere.test',
    subject: 'Grüße — привет',
    text,
  });
  const letter = await once(on, letterId);
  expect(letter).toMatchObject({ status: 'Processed', attempts: 1 });
  expect(letter.reply).toMatch(/^250 2\.0\.0 Ok: queued as \w+$/);
  expect(letter.reply).toContain(letter.queueId);
  const [arrived, ...others] = await received(ports.imaps, [letter.messageId ?? '']);
  expect(others).toEqual([]);
  const source = arrived?.source ?? '';
  const [head = '', ...body] = source.split(/\r?\n\r?\n/);
  expect(head).toContain(letter.queueId);
  expect(head).not.toMatch(/bcc|eve@/i);
  expect(decoded(head, body.join('\r\n\r\n'))).toBe(
    text.replaceAll('\n', '\r\n').replace(/(\r\n)*$/, '\r\n'),
  );
});

test('a wrong password at Postfix is told, and counts for the guard', async () => {
  const on = await serviceOnDisk();
  const target = {
    type: 'smtp',
    security: 'ssl',
    port: ports.smtps,
    ...smallUser,
    password: 'wrong',
  } as const;
  const accountId = await savedAccount(on, { ...target, settings: { insecure: true } });
  const form = { accountId, to: bob, subject: 'A test', text: 'Hello' };
  for (let n = 0; n < 2; n++) {
    const { letterId } = await on.service.outgoing.send(form);
    expect(await once(on, letterId)).toMatchObject({ status: 'Failed', failureKind: 'auth_bad_credentials' });
  }
  await expect(on.service.outgoing.send(form)).rejects.toMatchObject({ refusal: { kind: 'guarded' } });
});

function decoded(head: string, body: string): string {
  if (/base64/i.test(head)) return Buffer.from(body, 'base64').toString();
  const octets = /quoted-printable/i.test(head)
    ? body
        .replaceAll(/=\r?\n/g, '')
        .replaceAll(/=([\dA-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    : Buffer.from(body).toString('latin1');
  return Buffer.from(octets.replaceAll(/\r?\n/g, '\r\n'), 'latin1').toString();
}
