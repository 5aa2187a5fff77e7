import type { Account, AccountForm } from '../../../shared/account.ts';
import { endpointBinding } from '../../../shared/endpoint-binding.ts';
import type { Id } from '../../../shared/id.ts';
import type { TestedAccount } from '../../../shared/account-status.ts';
import type { Language } from '../../../shared/language.ts';
import type { PropertyName } from '../../../shared/properties.ts';
import type { RouteReply } from '../../../shared/routes.ts';
import type { SecretBackend } from '../../../shared/secret-place.ts';
import type { Secret } from '../../secret.ts';
import type { RemoteTables } from '../../store/store-port.ts';
import type { AccountSecrets } from '../secrets/account-secrets.ts';
import { secretRequired } from '../secrets/secret-refusal.ts';
import { fieldRefused, SaidRefused } from '../refuse.ts';
import { texts as storeTexts } from '../../store/texts.ts';
import { texts } from '../texts.ts';
import type { TestResults } from '../tests/test-results.ts';
import { copiedName } from './copied-name.ts';
import { checkConfirmed } from './form-check.ts';
import type { ManyAccounts } from './many-accounts.ts';
import type { TellOfAccounts } from './tell-of-accounts.ts';
import type { LockOutGuard } from '../tests/lock-out-guard.ts';
import { testedAccount } from './tested-account.ts';

export interface AccountsService extends ManyAccounts {
  list(): Promise<RouteReply<'accountsList'>>;
  get(id: Id): Promise<RouteReply<'accountsGet'>>;
  create(form: AccountForm, password?: Secret): Promise<RouteReply<'accountsCreate'>>;
  /** As an import makes it: its password is typed later. Refused with one, which would be lost. */
  createBare(form: AccountForm, password?: Secret): Promise<RouteReply<'accountsCreate'>>;
  /**
   * Without a password the stored one stays, if the account still leads to where it was typed for. Throws `Refused`
   * with `conflict` when the account has another revision than the one given.
   */
  change(
    id: Id,
    form: AccountForm,
    password?: Secret,
    revision?: number,
  ): Promise<RouteReply<'accountsChange'>>;
  /** The stored password is removed with the change: nobody will be asked for one now. Refused with one, as above. */
  changeForgetting(
    id: Id,
    form: AccountForm,
    password?: Secret,
    revision?: number,
  ): Promise<RouteReply<'accountsChange'>>;
  duplicate(id: Id, language?: Language): Promise<RouteReply<'accountsDuplicate'>>;
}

interface Options {
  store: RemoteTables;
  accountSecrets: AccountSecrets;
  many: ManyAccounts;
  tell: TellOfAccounts;
  /** What was tested in a form is the account's once it is saved. */
  results: Pick<TestResults, 'adopt'>;
  guard: LockOutGuard;
}

/** What people do with accounts. A consent counts for the endpoint it came with: nothing of the old row is carried over. */
export function accountsService(options: Options): AccountsService {
  const { store, accountSecrets, many, tell, results, guard } = options;
  const { accounts, lastTests } = store;

  async function known(id: Id): Promise<Account> {
    const account = await accounts.get(id);
    if (account) return account;
    throw new SaidRefused({ kind: 'not_found', message: storeTexts.noAccount(id) });
  }

  const tellChanged = (account: Account, resets: readonly PropertyName[]) =>
    tell(
      'changed',
      [account],
      resets.map((property) => ({ property, account })),
    );

  async function marksOf(id: Id): Promise<{ isGuarded: boolean; isLost: boolean }> {
    const [isGuarded, lost] = await Promise.all([guard.isGuarded(id), store.secrets.lost()]);
    return { isGuarded, isLost: lost.includes(id) };
  }

  async function tested(account: Account): Promise<TestedAccount> {
    const [result, marks] = await Promise.all([lastTests.get(account.id), marksOf(account.id)]);
    return testedAccount(account, result, marks);
  }

  return {
    ...many,

    async list() {
      const [{ accounts: all, damaged }, results, guarded, lost] = await Promise.all([
        accounts.all(),
        lastTests.all(),
        guard.guarded(),
        store.secrets.lost(),
      ]);
      const without = new Set(lost);
      const byId = new Map(results.map((result) => [result.accountId, result]));
      const told = (account: Account) =>
        testedAccount(account, byId.get(account.id), {
          isGuarded: guarded.has(account.id),
          isLost: without.has(account.id),
        });
      return { accounts: all.map(told), ...(damaged.length > 0 ? { damaged } : {}) };
    },

    async get(id) {
      const account = await known(id);
      const [result, marks] = await Promise.all([lastTests.get(id), marksOf(id)]);
      return { ...testedAccount(account, result, marks), events: result?.events ?? [] };
    },

    async create(form, password) {
      if (!password) throw fieldRefused('password', texts.passwordMissing);
      checkConfirmed(form.connection, 'account.connection');
      const id = await accounts.newId();
      const account = await accountSecrets.save(
        { id, settings: form.connection, secret: password },
        async (keptIn) => {
          const account = await accounts.create({ ...form, id }, keptIn);
          await results.adopt(account, password);
          return account;
        },
      );
      await tell('created', [account]);
      return tested(account);
    },

    async createBare(form, password) {
      refusePassword(password);
      checkConfirmed(form.connection, 'account.connection');
      const account = await accounts.create({ ...form, id: await accounts.newId() });
      await tell('created', [account]);
      return testedAccount(account, undefined);
    },

    async change(id, form, password, revision) {
      let wasActive = form.active;
      const current = async () => {
        const account = checkRevision(await known(id), revision);
        wasActive = account.active;
        return account;
      };
      await current();
      checkConfirmed(form.connection, 'account.connection');
      // Switching waits for no prompt: what somebody switched during one stays so.
      const write = async (keptIn?: SecretBackend) => {
        const { active } = await known(id);
        const wanted = active === wasActive ? form.active : active;
        const changed = await accounts.change({ ...form, id, active: wanted }, keptIn);
        await results.adopt(changed.account, password);
        return changed;
      };
      const { account, resets } = password
        ? await accountSecrets.save(
            { id, settings: form.connection, secret: password, check: current },
            write,
          )
        : await accountSecrets.alone(async () => {
            // Between two writes: no other change comes in between.
            const before = await current();
            if (before.hasPassword) await checkSameEndpoint(before, form);
            return write();
          });
      await tellChanged(account, resets);
      return { ...(await tested(account)), resets };
    },

    async changeForgetting(id, form, password, revision) {
      refusePassword(password);
      await known(id);
      checkConfirmed(form.connection, 'account.connection');
      const { account, resets } = await accountSecrets.remove(id, async () => {
        checkRevision(await known(id), revision);
        return accounts.change({ ...form, id }, null);
      });
      await tellChanged(account, resets);
      return { ...(await tested(account)), resets };
    },

    async duplicate(id, language = 'en') {
      const { hasPassword: _, revision: _changes, ...original } = await known(id);
      const copy = { ...original, id: await accounts.newId(), name: copiedName(original.name, language) };
      const account = await accounts.create(copy);
      await tell('created', [account]);
      return testedAccount(account, undefined);
    },
  };
}

/** Throws `invalid`: a password came along with the wish to have none. */
function refusePassword(password: Secret | undefined): void {
  if (password) throw fieldRefused('password', texts.passwordUnwanted);
}

/** The account. Throws `conflict`: somebody else has changed it. */
function checkRevision(account: Account, revision: number | undefined): Account {
  if (revision === undefined || revision === account.revision) return account;
  throw new SaidRefused({ kind: 'conflict', message: texts.changedMeanwhile });
}

/** Throws `secret_required`: the stored password was typed for another place. */
async function checkSameEndpoint(before: Account, { connection }: AccountForm): Promise<void> {
  const [old, wanted] = await Promise.all([endpointBinding(before.connection), endpointBinding(connection)]);
  if (old !== wanted) throw secretRequired(texts.boundElsewhere);
}
