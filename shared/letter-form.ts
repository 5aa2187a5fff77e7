import * as z from 'zod/mini';
import { addressList, listedAddresses } from './address-list.ts';
import { Id } from './id.ts';
import { letterLimits } from './letter.ts';
import { letterTexts as english } from './texts/en/letters.ts';
import { textsOf } from './texts.ts';

const texts = textsOf('letters', english);

/** Servers need not take more in one letter (RFC 5321 §4.5.3.1.8). */
const mostRecipients = 100;
const mostKept = letterLimits.recipients;

const addresses = z.string().check(
  z.refine<string>((text) => text.length <= mostKept && listedAddresses(text).length <= mostKept, {
    error: ({ input }) => {
      const count = countOf(String(input));
      return count > mostRecipients ? texts().manyRecipients(mostRecipients, count) : texts().addressesLong;
    },
    abort: true,
  }),
  z.refine<string>((text) => !/[\0\u0001-\u0008\u000B\u000C\u000E-\u001F\u007F]/.test(text), {
    error: () => texts().addressControl,
  }),
  z.refine<string>((text) => 'addresses' in addressList(text), {
    error: ({ input }) => {
      const list = addressList(String(input));
      return 'wrong' in list ? texts().noAddress(list.wrong.slice(0, 64)) : undefined;
    },
  }),
);

/** What a person writes. Line breaks separate addresses and lines of text, and stand in no header. */
export const LetterForm = z
  .strictObject({
    /** Without one the letter goes by the default account. */
    accountId: z.optional(Id),
    to: addresses,
    cc: z.optional(addresses),
    bcc: z.optional(addresses),
    subject: z.string().check(
      z.trim(),
      z.maxLength(letterLimits.subject, { error: () => texts().subjectLong }),
      z.refine<string>((text) => !/[\u0000-\u001F\u007F]/.test(text), { error: () => texts().subjectLine }),
    ),
    text: z.string().check(
      z.maxLength(letterLimits.text, { error: ({ input }) => texts().textLong((input as string).length) }),
      z.refine<string>((text) => !text.includes('\0'), { error: () => texts().textNul }),
    ),
    /** It shows whether an account sends: it is not tried for longer than `test-letter-minutes.ts`. */
    test: z.optional(z.literal(true)),
  })
  .check(
    z.refine(({ to }) => countOf(to) !== 0, { error: () => texts().toMissing, path: ['to'] }),
    z.refine((form) => countOfAll(form) <= mostRecipients, {
      error: ({ input }) => texts().manyRecipients(mostRecipients, countOfAll(input)),
      path: ['to'],
    }),
  );
export type LetterForm = z.infer<typeof LetterForm>;

/** 1 for a text that is no list: what is wrong with it is said already. */
function countOf(text: string): number {
  const list = addressList(text);
  return 'addresses' in list ? list.addresses.length : 1;
}

function countOfAll(form: unknown): number {
  const { to = '', cc = '', bcc = '' } = form as { to?: string; cc?: string; bcc?: string };
  return countOf(to) + countOf(cc) + countOf(bcc);
}
