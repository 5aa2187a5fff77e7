import * as z from 'zod/mini';
import { Id } from './id.ts';
import { LetterForm } from './letter-form.ts';
import { Letter } from './letter.ts';
import type { Route } from './route.ts';

const nothing = z.strictObject({});
const oneLetter = z.strictObject({ id: Id });

/** The routes of letters, a part of `routes`. */
export const letterRoutes = {
  /**
   * Records it, to be sent at once. Without an account by `default.email.account.send`; refused with a sentence where there is
   * none that can send.
   */
  lettersSend: {
    path: '/letters/send',
    access: 'client',
    body: LetterForm,
    /** Each character of a long text may be six in JSON. */
    bodyLimit: 2 * 1024 * 1024,
    reply: z.strictObject({ letterId: Id, accountId: Id, byDefault: z.boolean() }),
  },
  /** Of an outgoing one: with what only its record shows. */
  lettersGet: {
    path: '/letters/get',
    access: 'client',
    body: oneLetter,
    reply: z.strictObject({ letter: Letter }),
  },
  /** Sends one that has failed, or is unknown, once more, to those who have not got it; one that waits at once. */
  lettersRetry: { path: '/letters/retry', access: 'client', body: oneLetter, reply: nothing },
  /** One that waits is not tried again. */
  lettersGiveUp: { path: '/letters/give-up', access: 'client', body: oneLetter, reply: nothing },
} as const satisfies Record<string, Route>;
