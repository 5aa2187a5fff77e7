import type { Id } from '../../../shared/id.ts';
import type { BoundSettings } from '../../../shared/endpoint-binding.ts';
import type { SecretBackend } from '../../../shared/secret-place.ts';
import type { Secret } from '../../secret.ts';
import type { Sentence } from '../../sentence.ts';
import { oneAtATime } from '../../store/secrets/one-at-a-time.ts';
import type { Access } from '../../store/secrets/secret-store.ts';
import type { RemoteTables } from '../../store/store-port.ts';
import type { InstallationMemory } from './installation-memory.ts';
import { type Mend, mender } from './mender.ts';
import type { Places } from './places.ts';
import { orRefused, secretRequired, secretTrouble } from './secret-refusal.ts';
import { texts } from '../../store/texts.ts';

/** Passwords together with the rows of their accounts, so that a crash at any point leaves no wrong pair. */
export interface AccountSecrets {
  /** Secret first, then the row, which `writeRow` writes. What `check` throws comes before both. */
  save<T>(
    account: { id: Id; settings: BoundSettings; secret: Secret; check?: () => Promise<unknown> },
    writeRow: (keptIn: SecretBackend) => Promise<T>,
  ): Promise<T>;
  /** The change of the row first, then the secret; one that cannot be reached now is removed at the next access. */
  remove<T>(id: Id, changeRow: () => Promise<T>): Promise<T>;
  /**
   * Rows first, then the secrets, in the places that `purgeRows` tells: it has noted them as begun. Resolves after the
   * rows; a secret that cannot be reached with nobody there is removed at the next access.
   */
  purge(purgeRows: () => Promise<readonly SecretBackend[]>): Promise<void>;
  /** The stored password, if it was typed for these settings. Waits for a person's answer to a prompt. */
  fetch(id: Id, settings: BoundSettings, signal?: AbortSignal): Promise<Secret>;
  /** As `fetch`, with nobody there: refused where a prompt might appear. */
  fetchSilently(id: Id, settings: BoundSettings, signal: AbortSignal): Promise<Secret>;
  /** Runs between two writes; with what mends places that a crash has left. */
  alone<T>(job: (mend: Mend) => Promise<T>): Promise<T>;
  /** Mends in the background what needs no person. */
  mendSoon(backend: SecretBackend): void;
  /** Nobody waits for a prompt any more; resolves when nothing is being written. */
  end(): Promise<void>;
}

interface Options {
  store: RemoteTables;
  places: Places;
  memory: InstallationMemory;
  /** Where new passwords go at this moment. */
  place: () => SecretBackend;
  /** The password of this account is nowhere, which is recorded. */
  onLost: (id: Id) => Promise<void>;
}

export function accountSecrets({ store, places, memory, place, onLost }: Options): AccountSecrets {
  const inTurn = oneAtATime();
  const ending = new AbortController();
  const person = { userAct: true, signal: ending.signal };
  const silent = { silent: true, signal: ending.signal };
  const mendOnce = mender(store, places);
  const mended = new Set<SecretBackend>();

  async function mend(backend: SecretBackend, access: Access): Promise<boolean> {
    let done = false;
    try {
      done = await mendOnce(backend, access);
      return done;
    } finally {
      // Also after a throw: the next access tries it again.
      if (!done) mended.delete(backend);
    }
  }

  function mendSoon(backend: SecretBackend): void {
    if (mended.has(backend)) return;
    mended.add(backend);
    void inTurn(() => mend(backend, {})).catch(() => undefined);
  }

  async function fetch(
    id: Id,
    settings: BoundSettings,
    signal: AbortSignal | undefined,
    whose: Access,
  ): Promise<Secret> {
    const backend = await store.accounts.passwordKeptIn(id);
    if (!backend) throw secretRequired(await whyNone(id));
    const given = signal ? AbortSignal.any([signal, ending.signal]) : ending.signal;
    const found = await places.of(backend).get(id, settings, { ...whose, signal: given });
    if (found.outcome === 'found') {
      mendSoon(backend);
      return found.secret;
    }
    // Moved while it was asked for: what is recorded now says where.
    if ((await store.accounts.passwordKeptIn(id)) !== backend) return fetch(id, settings, signal, whose);
    if (found.outcome === 'trouble') throw secretTrouble(found);
    if (found.outcome === 'missing') {
      await inTurn(() => lose(id, backend, settings, whose));
      throw secretRequired(await whyNone(id));
    }
    throw secretRequired(found.sentence);
  }

  async function whyNone(id: Id): Promise<Sentence> {
    return (await store.secrets.lost()).includes(id) ? texts.passwordLost : texts.noPassword;
  }

  /** Between two writes: one that was under way may have brought it. */
  async function lose(id: Id, backend: SecretBackend, settings: BoundSettings, whose: Access): Promise<void> {
    if ((await store.accounts.passwordKeptIn(id)) !== backend) return;
    if ((await places.of(backend).get(id, settings, whose)).outcome !== 'missing') return;
    await store.secrets.moved({ kept: [], lost: [id], left: [] });
    await onLost(id);
  }

  return {
    save: ({ id, settings, secret, check }, writeRow) =>
      inTurn(async () => {
        await check?.();
        const backend = place();
        const before = (await store.secrets.kept()).find(({ accountId }) => accountId === id)?.backend;
        await store.secrets.begin({ accountId: id, backend });
        const elsewhere = before !== undefined && before !== backend ? before : undefined;
        if (elsewhere) await store.secrets.begin({ accountId: id, backend: elsewhere });
        orRefused(await places.of(backend).set(id, settings, secret, person));
        await memory.written();
        let result;
        try {
          result = await writeRow(backend);
        } catch (error) {
          await mend(backend, person);
          throw error;
        }
        await store.secrets.end([{ accountId: id, backend }]).catch(() => mended.delete(backend));
        if (elsewhere) await mend(elsewhere, person);
        mendSoon(backend);
        return result;
      }),

    remove: (id, changeRow) =>
      inTurn(async () => {
        const backend = await store.accounts.passwordKeptIn(id);
        if (!backend) return changeRow();
        await store.secrets.begin({ accountId: id, backend });
        const result = await changeRow();
        // An import changes many rows: none of them asks a person for a password that is to be forgotten.
        await mend(backend, silent).catch(() => undefined);
        return result;
      }),

    purge(purgeRows) {
      const rows = Promise.withResolvers<void>();
      const work = inTurn(async () => {
        const backends = await purgeRows();
        rows.resolve();
        for (const backend of backends) await mend(backend, silent);
      });
      // What fails after the rows stays on record, and is tried again at the next access.
      work.catch(rows.reject);
      return rows.promise;
    },

    fetch: (id, settings, signal) => fetch(id, settings, signal, { userAct: true }),
    fetchSilently: (id, settings, signal) => fetch(id, settings, signal, { silent: true }),
    alone: (job) => inTurn(() => job((backend) => mend(backend, person))),
    mendSoon,
    end() {
      ending.abort();
      return inTurn(async () => undefined);
    },
  };
}
