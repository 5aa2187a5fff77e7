import { describe, expect, inject, it } from 'vitest';
import { hostOf, knownRefusals } from '../replay/refusals.ts';
import { account, type Scene, stageRow } from '../replay/stage-row.ts';
import { freePorts } from '../servers/real/ports.ts';
import { scriptedServer } from '../servers/scripted-server.ts';
import { pem, walk, type Walk } from '../walk.ts';

const { ca: caFile, certificates } = inject('realServers');
const ca = pem(caFile);
/** Words of client programs: their scenes are staged by the cause, not by the words. */
const clients = new Set(['node', 'nodemailer', 'k9', 'ruby', 'openssl-1.1']);
const beyondATest = new Set(['recipient', 'message']);

describe('the refusals of real servers, said again over a socket', () => {
  const staged = knownRefusals
    .filter(({ stage }) => !beyondATest.has(stage))
    .map((row) => ({ row, scene: stageRow(row) }));
  const acted = staged.flatMap(({ row, scene }) => (scene ? [{ row, scene }] : []));

  it('leaves out only what no server on this machine can act out', () => {
    const left = staged.filter(({ scene }) => !scene).map(({ row }) => row.raw);
    console.log(`${acted.length} rows are acted out; left to the unit tests:\n${left.join('\n')}`);
    expect(left.length).toBeLessThanOrEqual(5);
  });

  it('get their class by their words alone, at least 95 of 100', async () => {
    const missed: string[] = [];
    const worded = acted.filter(
      ({ row }) => row.protocol !== 'any' && row.stage !== 'tls' && !clients.has(row.provider),
    );
    for (const { row, scene } of worded) {
      const { failure } = await act(scene);
      if (failure?.kind !== row.class) missed.push(`${row.class}, not ${failure?.kind}: ${row.raw}`);
    }
    const right = worded.length - missed.length;
    console.log(`${right} of ${worded.length} by words alone; missed:\n${missed.join('\n')}`);
    expect(right / worded.length).toBeGreaterThanOrEqual(0.95);
  }, 60_000);

  it.each(acted.map(({ row, scene }) => [row.class, row.provider, row.raw, row, scene] as const))(
    'is %s from %s: %s',
    async (kind, _provider, _raw, row, scene) => {
      const { failure, verdict } = await act(scene, hostOf(row));
      expect([verdict, failure?.kind, failure?.retry]).toEqual(['failed', kind, row.retry]);
    },
  );
});

/** Plays the scene; `server` is the name that stands in the account, though loopback answers. */
async function act(scene: Scene, server = '127.0.0.1'): Promise<Walk> {
  const files = certificates[scene.certificate ?? 'valid'];
  await using stage = await scriptedServer(scene.script, {
    tls: { cert: pem(files.cert), key: pem(files.key) },
  });
  const { imap: closed } = await freePorts();
  const { type, security, resolverError } = scene;
  const name = resolverError ? 'no-such-host.invalid' : server;
  // Awaited here: the stage stands until the walk is over.
  return await walk(
    { type, security, server: name, port: scene.closedPort ? closed : stage.port, ...account },
    {
      ca,
      timeoutMs: 1_000,
      resolver: async () => {
        if (resolverError)
          throw Object.assign(new Error(`getaddrinfo ${resolverError}`), { code: resolverError });
        return ['127.0.0.1'];
      },
    },
  );
}
