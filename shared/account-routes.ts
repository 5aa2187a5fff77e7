import * as z from 'zod/mini';
import { Account, AccountForm } from './account.ts';
import { TestEvent } from './event.ts';
import { Id } from './id.ts';
import { propertyNames } from './properties.ts';
import type { Route } from './route.ts';
import { Sealed } from './session/messages.ts';
import { TestedAccount } from './tested-account.ts';

const nothing = z.strictObject({});
const oneAccount = z.strictObject({ id: Id });
/** As many as one request takes. */
export const idsOfAccounts = z.array(Id).check(z.minLength(1), z.maxLength(1000));
/** Properties that fell back to their default, since the account works there no longer. */
const resets = z.array(z.enum(propertyNames));
const password = z.optional(Sealed);
const yes = z.optional(z.literal(true));

/** The routes of the accounts, a part of `routes`. */
export const accountRoutes = {
  /** `damaged` are the ids of those that cannot be read, since something else changed them; missing while there are none. */
  accountsList: {
    path: '/accounts/list',
    access: 'client',
    body: nothing,
    reply: z.strictObject({ accounts: z.array(TestedAccount), damaged: z.optional(z.array(z.string())) }),
  },
  /** With the events of the last test, its transcript left out. */
  accountsGet: {
    path: '/accounts/get',
    access: 'client',
    body: oneAccount,
    reply: z.extend(TestedAccount, { events: z.array(TestEvent) }),
  },
  /** `withoutPassword`, as an import wants it: the password is typed later. Otherwise one is required. */
  accountsCreate: {
    path: '/accounts/create',
    access: 'client',
    body: z.strictObject({ account: AccountForm, password, withoutPassword: yes }),
    sealed: ['password'],
    reply: TestedAccount,
  },
  /**
   * Without a password the stored one stays; `secret_required` when it was typed for another endpoint. `revision` is the
   * one that the change was made on: `conflict` when the account has another by now. `forgetPassword` removes the stored
   * one instead.
   */
  accountsChange: {
    path: '/accounts/change',
    access: 'client',
    body: z.strictObject({
      id: Id,
      account: AccountForm,
      revision: z.optional(Account.shape.revision),
      password,
      forgetPassword: yes,
    }),
    sealed: ['password'],
    reply: z.extend(TestedAccount, { resets }),
  },
  /** For `keptDeletedMinutes` nothing is lost: until then it can be undone. Those that are not there are left out. */
  accountsDelete: {
    path: '/accounts/delete',
    access: 'client',
    body: z.strictObject({ ids: idsOfAccounts }),
    reply: z.strictObject({ deleted: z.array(Id), resets }),
  },
  /** Deleted accounts as they were, with their passwords. `defaults` are the properties that name one of them again. */
  accountsRestore: {
    path: '/accounts/restore',
    access: 'client',
    body: z.strictObject({ ids: idsOfAccounts }),
    reply: z.strictObject({ restored: z.array(Id), defaults: resets }),
  },
  /** Each id stands in one of the three lists. */
  accountsActivate: {
    path: '/accounts/activate',
    access: 'client',
    body: z.strictObject({ ids: idsOfAccounts, active: z.boolean() }),
    reply: z.strictObject({
      changed: z.array(Id),
      unchanged: z.array(Id),
      missing: z.array(Id),
      resets,
    }),
  },
  /** All but the password, which is typed again. */
  accountsDuplicate: {
    path: '/accounts/duplicate',
    access: 'client',
    body: oneAccount,
    reply: TestedAccount,
  },
} as const satisfies Record<string, Route>;
