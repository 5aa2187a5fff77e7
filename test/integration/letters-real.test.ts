import { expect, inject, test } from 'vitest';
import { bigUser, messageIdsOf, smallUser } from '../servers/real/users.ts';
import { fetching } from '../letters/fetching.ts';
import { pem, walk } from '../walk.ts';

const { ca: caFile, ports } = inject('realServers');
const ca = pem(caFile);

test.for([
  ['imap', ports.imaps],
  ['pop3', ports.pop3s],
] as const)(
  'of 20,000 letters over %s the newest 10,000 are fetched, in order, and then none',
  { timeout: 180_000 },
  async ([type, port]) => {
    const target = { type, security: 'ssl' as const, port, ...bigUser };
    const ids = messageIdsOf(bigUser, type);
    const first = await fetching(target, {}, { ca });
    expect(first).toMatchObject({ verdict: 'passed', left: 10_000 });
    expect(first.letters.map(({ uid }) => uid)).toEqual(ids.slice(10_000));
    expect(first.letters.every(({ raw, octets }) => raw?.length === octets && octets > 100)).toBe(true);
    const known = {
      highestUid: Number(ids.at(-1)),
      uidValidity: uidValidityOf(await walk(target, { ca })),
      uidls: ids,
    };
    expect((await fetching(target, known, { ca })).letters).toEqual([]);
  },
);

test('fetching takes nothing away from a mailbox', async () => {
  for (const [type, port] of [
    ['imap', ports.imaps],
    ['pop3', ports.pop3s],
  ] as const) {
    const target = { type, security: 'ssl' as const, port, ...smallUser };
    const before = await walk(target, { ca });
    const { letters } = await fetching(target, {}, { ca });
    expect(letters.map(({ uid }) => uid)).toEqual(messageIdsOf(smallUser, type));
    expect((await walk(target, { ca })).ids).toEqual(before.ids);
  }
});

function uidValidityOf(walked: { evidence(stage: 'mailbox'): Record<string, unknown> }): string {
  return String(walked.evidence('mailbox')['uidValidity']);
}
