import type { TestWarning } from '../../warning.ts';

type Kind = TestWarning['kind'];

/** A sentence for each warning of a test; `titles` are those of its findings. A kind without one does not compile. */
export type WarningTexts = {
  [Name in Kind]: (warning: Extract<TestWarning, { kind: Name }>, titles: string) => string;
};

export const warningTexts: WarningTexts = {
  plain_password: () => 'The password travelled in plain text: anyone on the way could read it.',
  not_validated: (_warning, titles) =>
    `The certificate was not validated${titles && ` (${titles})`}: the connection may end at somebody else’s server.`,
  pin_alone: (_warning, titles) =>
    `The certificate is trusted by its pin alone; validation found: ${titles}.`,
  certificate_ends: ({ days, validTo }) =>
    `The certificate runs out in ${days === 1 ? '1 day' : `${days} days`} (${validTo.slice(0, 10)}).`,
  weak_key: ({ strength }) => `The server’s key is weak (${strength}): 2048 bits are the least for RSA.`,
  no_uidl: () => 'The server has no UIDL: new messages cannot be told from old ones.',
  other_count: ({ announced, listed }) => `The server announces ${announced} messages and lists ${listed}.`,
};
